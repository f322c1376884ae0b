import { Isolated } from "./isolated.tsx";

/** Where something happened. An IP address tells it only roughly, and this says so. */
export function Place({ name }: { readonly name: string }) {
  return (
    <>
      Near <Isolated>{name}</Isolated>
    </>
  );
}
