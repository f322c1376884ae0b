import type { Typed } from "./to-change.ts";

const starters: readonly { name: Typed["starter"]; label: string; note: string }[] = [
  { name: "plain", label: "Plain", note: "A greeting and a button" },
  { name: "list", label: "List", note: "An order with its lines and a sum" },
  { name: "code", label: "Code", note: "A one-time code" },
];

/** What a new email begins as. */
export function StarterChoice({
  value,
  onChange,
}: {
  readonly value: Typed["starter"];
  readonly onChange: (starter: Typed["starter"]) => void;
}) {
  return (
    <fieldset className="change-starters bare">
      <legend className="change-label">Begins as</legend>
      {starters.map(({ name, label, note }) => (
        <label key={name} className="change-starter">
          <input
            type="radio"
            name="starter"
            checked={name === value}
            onChange={() => onChange(name)}
          />
          <span>
            <span className="change-starter-name">{label}</span>
            <span className="change-starter-note">{note}</span>
          </span>
        </label>
      ))}
    </fieldset>
  );
}
