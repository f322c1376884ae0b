import type { Json, JsonRecord } from "../../protocol/props/json.ts";
import { type ControlProps, controlAttributes } from "./control-props.ts";

/** A day without a time: `2026-03-14`. */
export function DateControl(control: ControlProps) {
  const { value, onChange } = control;
  return (
    <input
      {...controlAttributes(control)}
      type="date"
      className="prop-input tabular"
      value={typeof value === "string" ? value : ""}
      onChange={(event) => event.target.value && onChange(event.target.value)}
    />
  );
}

/**
 * An instant, a `Date` or its ISO 8601 text. The clock is that of the zone that the text names; a
 * `Date` names none, and is shown in UTC.
 */
export function TimeControl(control: ControlProps) {
  const { type, value, onChange } = control;
  const isDate = type.kind === "date";
  const { local, zone } = readInstant(value);
  return (
    <span className="prop-time">
      <input
        {...controlAttributes(control)}
        type="datetime-local"
        step={1}
        className="prop-input tabular"
        value={local}
        onChange={(event) => {
          const { value: next } = event.target;
          if (next === "") return;
          const seconds = next.length === 16 ? `${next}:00` : next;
          onChange(isDate ? { $date: toIso(seconds) } : seconds + zone);
        }}
      />
      <span className="prop-zone">{zone === "Z" ? "UTC" : zone}</span>
    </span>
  );
}

function readInstant(value: Json | undefined): { readonly local: string; readonly zone: string } {
  const iso =
    typeof value === "string" ? value : String((value as JsonRecord | undefined)?.$date ?? "");
  const [, local = "", zone = "Z"] =
    /^(\d{4}-\d\d-\d\dT\d\d:\d\d(?::\d\d)?)(?:\.\d+)?(.*)$/.exec(iso) ?? [];
  return { local, zone };
}

/** As `Date.toISOString` writes it, so that an unchanged date is the same text. */
function toIso(local: string): string {
  return `${local.slice(0, 19)}.000Z`;
}
