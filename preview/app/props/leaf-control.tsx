import { isSame, type Json } from "../../protocol/props/json.ts";
import { type ControlProps, controlAttributes } from "./control-props.ts";
import { DateControl, TimeControl } from "./date-control.tsx";
import { JsonControl } from "./json-control.tsx";
import { NumberControl } from "./number-control.tsx";
import { UnionControl } from "./union-control.tsx";

/** The control that a value of a type is edited with. */
export function LeafControl(props: ControlProps) {
  const { type, value } = props;
  switch (type.kind) {
    case "text":
      if (type.format === "date" && isDay(value)) return <DateControl {...props} />;
      if (type.format === "date-time" && isInstant(value)) return <TimeControl {...props} />;
      return <TextControl {...props} />;
    case "number":
      return <NumberControl {...props} type={type} />;
    case "switch":
      return <SwitchControl {...props} />;
    case "date":
      return <TimeControl {...props} />;
    case "choice":
      return <ChoiceControl {...props} options={type.options} />;
    case "union":
      return <UnionControl {...props} type={type} />;
    default:
      return <JsonControl {...props} />;
  }
}

function isDay(value: Json | undefined): boolean {
  return value === undefined || (typeof value === "string" && /^\d{4}-\d\d-\d\d$/.test(value));
}

function isInstant(value: Json | undefined): boolean {
  return (
    value === undefined || (typeof value === "string" && /^\d{4}-\d\d-\d\dT\d\d:\d\d/.test(value))
  );
}

function TextControl(control: ControlProps) {
  const { value, onChange } = control;
  const text = typeof value === "string" ? value : "";
  return (
    <textarea
      {...controlAttributes(control)}
      className="prop-input"
      // Where the browser cannot grow it with its text.
      rows={Math.min(6, text.split("\n").length)}
      dir="auto"
      spellCheck={false}
      value={text}
      placeholder={value === undefined ? "not set" : "empty"}
      onChange={(event) => onChange(event.target.value)}
    />
  );
}

function SwitchControl({ id, value, disabled, describedBy, onChange }: ControlProps) {
  return (
    <button
      type="button"
      id={id}
      role="switch"
      className="prop-switch"
      aria-checked={value === true}
      aria-describedby={describedBy}
      disabled={disabled}
      onClick={() => onChange(value !== true)}
    >
      <span className="prop-switch-track" aria-hidden="true" />
      <span>{value === undefined ? "not set" : String(value)}</span>
    </button>
  );
}

function ChoiceControl({
  options,
  ...control
}: ControlProps & { readonly options: readonly (string | number | boolean)[] }) {
  const { type, value, onChange } = control;
  const at = options.findIndex((option) => isSame(option, value));
  return (
    <select
      {...controlAttributes(control)}
      className="prop-input picker"
      value={at}
      onChange={(event) => onChange(options[Number(event.target.value)])}
    >
      {(at < 0 || type.optional) && <option value={-1}>not set</option>}
      {options.map((option, place) => (
        <option key={String(option)} value={place}>
          {String(option)}
        </option>
      ))}
    </select>
  );
}
