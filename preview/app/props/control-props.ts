import type { Json } from "../../protocol/props/json.ts";
import type { PropType } from "../../protocol/props/prop-type.ts";

/** What a control for one value is given. */
export interface ControlProps<Type extends PropType = PropType> {
  readonly id: string;
  readonly type: Type;
  readonly value: Json | undefined;
  readonly disabled: boolean;
  readonly invalid: boolean;
  readonly describedBy: string | undefined;
  readonly onChange: (value: Json | undefined) => void;
}

/** What every control tells of itself, in the words of HTML. */
export function controlAttributes({ id, disabled, invalid, describedBy }: ControlProps) {
  return { id, disabled, "aria-invalid": invalid, "aria-describedby": describedBy };
}
