import type { UnionProp } from "../../protocol/props/prop-type.ts";
import { type ControlProps, controlAttributes } from "./control-props.ts";
import { blankOf, nameOfShape, shapeOf } from "./prop-types.ts";

/** Chooses among the shapes that a value may have. */
export function UnionControl(control: ControlProps<UnionProp>) {
  const { type, value, onChange } = control;
  const at = value === undefined ? -1 : shapeOf(type.options, value);
  return (
    <select
      {...controlAttributes(control)}
      className="prop-input picker"
      value={at}
      onChange={(event) => {
        const option = type.options[Number(event.target.value)];
        onChange(option && blankOf(option));
      }}
    >
      {at < 0 && <option value={-1}>not set</option>}
      {Object.entries(type.options).map(([place, option]) => (
        <option key={place} value={place}>
          {nameOfShape(option)}
        </option>
      ))}
    </select>
  );
}
