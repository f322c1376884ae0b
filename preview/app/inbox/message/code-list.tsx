import { CopyButton } from "../../ui/copy-button.tsx";

/** What is likely the one-time code of a message, to copy. */
export function CodeList({ codes }: { readonly codes: readonly string[] }) {
  if (codes.length === 0) return null;
  return (
    <ul className="codes" aria-label="Codes">
      {codes.map((code) => (
        <li key={code} className="chip">
          <span className="chip-note">Code</span>
          <code className="code-value">{code}</code>
          <CopyButton text={code} name={`Copy the code ${code}`} />
        </li>
      ))}
    </ul>
  );
}
