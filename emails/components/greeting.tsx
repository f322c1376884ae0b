import { Isolated } from "./isolated.tsx";

/** "Hello Ada. " before the first sentence; nothing when the name is not known. */
export function Greeting({ name }: { readonly name?: string | undefined }) {
  if (!name) return null;
  return (
    <>
      Hello <Isolated>{name}</Isolated>.{" "}
    </>
  );
}
