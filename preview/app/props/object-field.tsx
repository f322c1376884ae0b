import { type FormEvent, useId } from "react";
import { isRecord, type JsonRecord } from "../../protocol/props/json.ts";
import type { ObjectProp } from "../../protocol/props/prop-type.ts";
import { Button } from "../ui/button.tsx";
import { type FieldProps, useFields } from "./field-context.ts";
import { Fold } from "./fold.tsx";
import { encodeName, type Path } from "./path.ts";
import { blankOf, fieldsOf } from "./prop-types.ts";
import { summarize } from "./summarize.ts";

/** How deep a form opens by itself. */
const openDepth = 2;

/** An object: its parts below its name. */
export function ObjectField(field: FieldProps & { readonly type: ObjectProp }) {
  const { path, type, value, original } = field;
  const record = isRecord(value) ? value : {};
  const isItem = typeof path.at(-1) === "number";
  return (
    <Fold
      field={field}
      summary={summarize(record)}
      startsOpen={!isItem && path.length <= openDepth}
    >
      {() => (
        <ObjectParts
          path={path}
          type={type}
          value={record}
          original={isRecord(original) ? original : undefined}
        />
      )}
    </Fold>
  );
}

/** The parts of an object, and a field to add one where any name may stand. */
export function ObjectParts({
  path,
  type,
  value,
  original,
  hidden = [],
}: {
  readonly path: Path;
  readonly type: ObjectProp;
  readonly value: JsonRecord;
  readonly original: JsonRecord | undefined;
  /** Names that something else on the screen tells. */
  readonly hidden?: readonly string[];
}) {
  const { Field, change } = useFields();
  const fields = fieldsOf(type, value).filter(({ name }) => !hidden.includes(name));
  // What an edit removed of names that only the variant has is still there to be put back.
  const removed = fieldsOf({ ...type, fields: [] }, original ?? {}).filter(
    ({ name }) => !hidden.includes(name) && !fields.some((one) => one.name === name),
  );
  return (
    <>
      {[...fields, ...removed].map(({ name, type: part }) => (
        <Field
          key={name}
          path={[...path, encodeName(name)]}
          name={name}
          type={part}
          value={value[encodeName(name)]}
          original={original?.[encodeName(name)]}
        />
      ))}
      {type.others && (
        <AddName
          taken={Object.keys(value)}
          onAdd={(name) =>
            change([...path, encodeName(name)], blankOf(type.others ?? { kind: "unknown" }))
          }
        />
      )}
    </>
  );
}

function AddName({
  taken,
  onAdd,
}: {
  readonly taken: readonly string[];
  readonly onAdd: (name: string) => void;
}) {
  const id = useId();
  function submit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    const form = event.currentTarget;
    const name = String(new FormData(form).get("name") ?? "").trim();
    if (name === "" || taken.includes(encodeName(name))) return;
    onAdd(name);
    form.reset();
  }
  return (
    <form className="prop-add" onSubmit={submit}>
      <input
        id={id}
        name="name"
        className="prop-input"
        aria-label="Name to add"
        placeholder="Another name"
        autoComplete="off"
      />
      <Button type="submit">Add</Button>
    </form>
  );
}
