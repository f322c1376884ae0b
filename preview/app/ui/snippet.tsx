import { CopyButton } from "./copy-button.tsx";

/** A piece of code to take along. */
export function Snippet({ label, code }: { readonly label: string; readonly code: string }) {
  return (
    <figure className="snippet">
      <figcaption>
        {label}
        <CopyButton text={code} name={`Copy: ${label}`} />
      </figcaption>
      <pre>
        <code>{code}</code>
      </pre>
    </figure>
  );
}
