import { useState } from "react";
import { isSame, type Json } from "../../protocol/props/json.ts";
import { type ControlProps, controlAttributes } from "./control-props.ts";

/** A value of which nothing is known, as JSON. What is typed counts as soon as it is some. */
export function JsonControl(control: ControlProps) {
  const { value, invalid, onChange } = control;
  const [typed, setTyped] = useState<string | null>(null);
  const meant = typed === null ? undefined : read(typed);
  const isTyped = typed !== null && (meant === undefined || isSame(meant, value));
  const text = isTyped ? typed : value === undefined ? "" : JSON.stringify(value);
  return (
    <textarea
      {...controlAttributes(control)}
      className="prop-input prop-json"
      rows={Math.min(6, text.split("\n").length)}
      spellCheck={false}
      value={text}
      placeholder="JSON"
      aria-invalid={invalid || (isTyped && meant === undefined && typed !== "")}
      onBlur={() => setTyped(null)}
      onChange={(event) => {
        setTyped(event.target.value);
        const next = read(event.target.value);
        if (next !== undefined) onChange(next);
      }}
    />
  );
}

function read(text: string): Json | undefined {
  try {
    return JSON.parse(text) as Json;
  } catch {
    return undefined;
  }
}
