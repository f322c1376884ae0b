import { useState } from "react";
import { isSame, type Json, type JsonRecord } from "../../protocol/props/json.ts";
import type { NumberProp } from "../../protocol/props/prop-type.ts";
import { type ControlProps, controlAttributes } from "./control-props.ts";

/** A number. What is typed stays as it is typed (`1.`, `-`) until it is one. */
export function NumberControl(control: ControlProps<NumberProp>) {
  const { type, value, invalid, onChange } = control;
  const [typed, setTyped] = useState<string | null>(null);
  const meant = typed === null ? undefined : read(typed, type);
  // What came from elsewhere meanwhile, by a reset or the JSON, counts.
  const isTyped = typed !== null && (meant === undefined || isSame(meant, value));
  const refusal = isTyped && meant === undefined ? describeRefusal(typed, control) : null;
  const attributes = controlAttributes(control);
  const refusalId = `${control.id}-refusal`;
  const field = (
    <input
      {...attributes}
      aria-describedby={
        [attributes["aria-describedby"], refusal && refusalId].filter(Boolean).join(" ") ||
        undefined
      }
      className="prop-input tabular"
      inputMode={type.integer ? "numeric" : "decimal"}
      autoComplete="off"
      value={isTyped ? typed : write(value)}
      placeholder="not set"
      aria-invalid={invalid || refusal !== null}
      onBlur={() => setTyped(null)}
      onKeyDown={(event) => {
        const step = { ArrowUp: 1, ArrowDown: -1 }[event.key];
        if (step === undefined || type.big || typeof value !== "number") return;
        event.preventDefault();
        setTyped(null);
        onChange(stepped(value, step * (event.shiftKey ? 10 : 1), type));
      }}
      onChange={(event) => {
        const { value: text } = event.target;
        setTyped(text);
        const next = read(text, type);
        if (next !== undefined) onChange(next);
        else if (text === "" && type.optional) onChange(undefined);
      }}
    />
  );
  return (
    <>
      {field}
      {refusal && (
        <p id={refusalId} className="prop-issue" role="status">
          {refusal}
        </p>
      )}
    </>
  );
}

/** Why what is typed does not count, and what counts instead. */
function describeRefusal(
  typed: string,
  { type, value }: Pick<ControlProps<NumberProp>, "type" | "value">,
): string | null {
  const text = typed.trim();
  if (text === "" && type.optional) return null;
  const what = type.big ? "a whole number" : "a number";
  const why = text === "" ? `Needs ${what}` : `“${text}” is not ${what}`;
  const kept = write(value);
  return kept === "" ? why : `${why}; ${kept} still counts`;
}

function read(text: string, type: NumberProp): Json | undefined {
  const plain = text.trim().replace(",", ".");
  if (type.big) return /^-?\d+$/.test(plain) ? { $bigint: plain } : undefined;
  if (!/^[-+]?(\d+\.?\d*|\.\d+)(e[-+]?\d+)?$/i.test(plain)) return undefined;
  const number = Number(plain);
  return Number.isFinite(number) ? number : undefined;
}

function write(value: Json | undefined): string {
  if (typeof value === "number") return String(value);
  return typeof value === "object" && value !== null
    ? String((value as JsonRecord).$bigint ?? "")
    : "";
}

function stepped(value: number, step: number, { minimum, maximum }: NumberProp): number {
  // Without the dust that adding decimals leaves.
  const next = Number((value + step).toPrecision(12));
  return Math.min(maximum ?? next, Math.max(minimum ?? next, next));
}
