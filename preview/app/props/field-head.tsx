import type { ReactNode } from "react";
import { isSame, markOf } from "../../protocol/props/json.ts";
import type { MenuActions } from "../ui/action-menu.tsx";
import { IconButton } from "../ui/button.tsx";
import { Ellipsis, RotateCcw } from "../ui/icons.ts";
import { awkwardNames, awkwardValue } from "./awkward.ts";
import { type FieldProps, useFields } from "./field-context.ts";
import { blankOf } from "./prop-types.ts";

/** The line above a control: what it is called, what was done to it, and what can be done. */
export function FieldHead({
  field,
  children,
}: {
  readonly field: FieldProps;
  readonly children: ReactNode;
}) {
  const { change, openMenu } = useFields();
  const { path, name, value, original } = field;
  const isChanged = !isSame(value, original);
  return (
    <div className="prop-head">
      {children}
      {isChanged && (
        <IconButton
          name={`Reset ${name}`}
          className="prop-action"
          data-kind="reset"
          onClick={() => change(path, original)}
        >
          <RotateCcw size={14} />
        </IconButton>
      )}
      <IconButton
        name={`Values for ${name}`}
        className="prop-action"
        aria-haspopup="menu"
        onClick={(event) =>
          openMenu(event.currentTarget, `Values for ${name}`, actionsOf(field, change))
        }
      >
        <Ellipsis size={14} />
      </IconButton>
    </div>
  );
}

function actionsOf(
  { path, type, value, original, itemActions = [] }: FieldProps,
  change: ReturnType<typeof useFields>["change"],
): readonly MenuActions[] {
  const text = type.kind === "text" || (type.kind === "unknown" && typeof value === "string");
  const now = typeof value === "string" ? value : "";
  const awkward = awkwardNames.flatMap((awkwardName) => {
    const next = text
      ? awkwardValue(awkwardName, type.kind === "text" ? type : { kind: "text" }, now)
      : undefined;
    if (next === undefined) return [];
    const label = awkwardName.charAt(0).toUpperCase() + awkwardName.slice(1);
    return [{ label, hint: next.slice(0, 24), run: () => change(path, next) }];
  });
  const isItem = typeof path.at(-1) === "number";
  const state = [
    ...(isSame(value, original)
      ? []
      : [{ label: "As the variant has it", run: () => change(path, original) }]),
    ...(value === undefined && original === undefined
      ? [{ label: "Set", run: () => change(path, blankOf(type)) }]
      : []),
    ...(type.nullable && value !== null ? [{ label: "null", run: () => change(path, null) }] : []),
    ...(value === undefined || isItem || markOf(value) === "$keep"
      ? []
      : [{ label: "Leave out", run: () => change(path, undefined) }]),
  ];
  return [
    { label: "Awkward", actions: awkward },
    { label: "Value", actions: state },
    { label: "Item", actions: itemActions },
  ];
}
