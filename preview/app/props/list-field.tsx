import { useMemo, useRef, useState } from "react";
import type { Json } from "../../protocol/props/json.ts";
import type { ListProp } from "../../protocol/props/prop-type.ts";
import type { MenuAction } from "../ui/action-menu.tsx";
import { Button, IconButton } from "../ui/button.tsx";
import { Plus } from "../ui/icons.ts";
import { type FieldProps, useFields } from "./field-context.ts";
import { Fold } from "./fold.tsx";
import { grown, moved } from "./list-edits.ts";
import type { Path } from "./path.ts";
import { blankOf } from "./prop-types.ts";

/** How many items are drawn at first, and with each press. */
const shownStep = 60;
/** The most that one can ask for here. */
const longest = 1000;

/** A list: how many, and each of them. */
export function ListField(field: FieldProps & { readonly type: ListProp }) {
  const { Field, change } = useFields();
  const { name, type, value, original } = field;
  const path = useSamePath(field.path);
  const items = Array.isArray(value) ? (value as readonly Json[]) : [];
  const before = Array.isArray(original) ? (original as readonly Json[]) : [];
  const [shown, setShown] = useState(shownStep);
  const { maxItems = longest } = type;
  const setLength = (length: number) =>
    change(
      path,
      grown(items, Math.min(maxItems, length), () => blankOf(type.item)),
    );
  const tools = (
    <>
      <input
        type="number"
        className="prop-count tabular"
        aria-label={`How many ${name}`}
        min={0}
        max={maxItems}
        value={items.length}
        onChange={(event) => {
          const length = event.target.valueAsNumber;
          if (Number.isInteger(length) && length >= 0) setLength(length);
        }}
      />
      <IconButton
        name={`Add to ${name}`}
        className="prop-action"
        data-kind="add"
        disabled={items.length >= maxItems}
        onClick={() => setLength(items.length + 1)}
      >
        <Plus size={14} />
      </IconButton>
    </>
  );
  return (
    <Fold field={field} summary="" startsOpen={path.length <= 3} tools={tools}>
      {() => (
        <>
          {items.slice(0, shown).map((item, at) => {
            // Items have no other name than their place.
            const itemName = `${at + 1}`;
            return (
              <Item
                key={itemName}
                field={{
                  path: [...path, at],
                  name: itemName,
                  type: type.item,
                  value: item,
                  original: before[at],
                }}
                list={path}
                items={items}
                at={at}
                draw={Field}
              />
            );
          })}
          {items.length > shown && (
            <Button onClick={() => setShown(shown + shownStep)}>
              Show {Math.min(shownStep, items.length - shown)} more of {items.length}
            </Button>
          )}
          {items.length === 0 && <p className="prop-words">None.</p>}
        </>
      )}
    </Fold>
  );
}

/** The same path as an object that stays the same. */
function useSamePath(path: Path): Path {
  const key = JSON.stringify(path);
  return useMemo(() => JSON.parse(key) as Path, [key]);
}

function Item({
  field,
  list,
  items,
  at,
  draw: Field,
}: {
  readonly field: FieldProps;
  readonly list: Path;
  readonly items: readonly Json[];
  readonly at: number;
  readonly draw: ReturnType<typeof useFields>["Field"];
}) {
  const { change } = useFields();
  const { length } = items;
  const latest = useRef(items);
  latest.current = items;
  // Made anew only when the list changes its length: an edit of one item draws no other one.
  const actions = useMemo<readonly MenuAction[]>(() => {
    const offer = (label: string, next: (all: readonly Json[]) => readonly Json[]) => ({
      label,
      run: () => change(list, next(latest.current)),
    });
    return [
      ...(at > 0 ? [offer("Move up", (all) => moved(all, at, at - 1))] : []),
      ...(at < length - 1 ? [offer("Move down", (all) => moved(all, at, at + 1))] : []),
      offer("Duplicate", (all) => all.toSpliced(at, 0, all[at] ?? null)),
      offer("Remove", (all) => all.toSpliced(at, 1)),
    ];
  }, [change, at, length, list]);
  return <Field {...field} itemActions={actions} />;
}
