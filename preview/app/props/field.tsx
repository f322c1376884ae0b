import { memo, useId } from "react";
import { isRecord, isSame, type Json, type JsonRecord, markOf } from "../../protocol/props/json.ts";
import type { PropType, UnionProp } from "../../protocol/props/prop-type.ts";
import { Button } from "../ui/button.tsx";
import { describeKind } from "./describe-kind.ts";
import { type FieldProps, issuesAt, useFields } from "./field-context.ts";
import { FieldHead } from "./field-head.tsx";
import { LeafControl } from "./leaf-control.tsx";
import { ListField } from "./list-field.tsx";
import { ObjectField, ObjectParts } from "./object-field.tsx";
import { blankOf, constantsOf, fits, guessType, shapeOf } from "./prop-types.ts";

/** One prop: its name, its control, its words, and what the schema says against it. */
export const Field = memo(function Field(field: FieldProps) {
  const { type, value } = field;
  // A value that does not fit its type is shown as what it is.
  const shown =
    value === undefined || value === null || fits(type, value) ? type : guessFor(type, value);
  if (isRecord(value) && shown.kind === "object") return <ObjectField {...field} type={shown} />;
  if (Array.isArray(value) && shown.kind === "list") return <ListField {...field} type={shown} />;
  if (shown.kind === "union" && value !== undefined && value !== null) {
    return <UnionField {...field} type={shown} />;
  }
  return <LeafField {...field} type={shown} />;
}, isSameField);

function guessFor(type: PropType, value: Json): PropType {
  const marks = { ...(type.optional ? { optional: true as const } : {}) };
  return { ...guessType(value), ...marks };
}

function LeafField(field: FieldProps) {
  const { change, issues, kept, locale } = useFields();
  const { path, name, type, value, original } = field;
  const id = useId();
  const found = issuesAt(issues, path);
  const isLocale = path.length === 1 && name === "locale" && locale !== null;
  const words = isLocale ? `The locale above, ${locale}, wins over this` : type.description;
  const describedBy = [words && `${id}-words`, found.length > 0 && `${id}-issues`]
    .filter(Boolean)
    .join(" ");
  const isKept = value !== undefined && markOf(value) === "$keep";
  const addsWhole = value === undefined && ["list", "object", "unknown"].includes(type.kind);
  return (
    <div className="prop" data-changed={!isSame(value, original)} data-refused={found.length > 0}>
      <FieldHead field={field}>
        <label className="prop-name truncate" htmlFor={id}>
          {name}
        </label>
        <span className="prop-kind truncate">{describeKind(type)}</span>
      </FieldHead>
      {isKept ? (
        <output id={id} className="prop-kept">
          {kept[String((value as JsonRecord).$keep)] ?? "a value"}, as the file has it
        </output>
      ) : value === null ? (
        <Button id={id} className="prop-null" onClick={() => change(path, blankOf(type))}>
          null
        </Button>
      ) : addsWhole ? (
        <Button id={id} className="prop-null" onClick={() => change(path, blankOf(type))}>
          not set
        </Button>
      ) : (
        <LeafControl
          id={id}
          type={type}
          value={value}
          disabled={isLocale}
          invalid={found.length > 0}
          describedBy={describedBy || undefined}
          onChange={(next) => change(path, next)}
        />
      )}
      {words && (
        <p id={`${id}-words`} className="prop-words">
          {words}
        </p>
      )}
      {found.length > 0 && (
        <div id={`${id}-issues`}>
          {found.map(({ message }) => (
            <p key={message} className="prop-issue">
              {message}
            </p>
          ))}
        </div>
      )}
    </div>
  );
}

/** A choice of shapes, and below it the parts of the one that the value has. */
function UnionField(field: FieldProps & { readonly type: UnionProp }) {
  const { Field: Part } = useFields();
  const { path, type, value = null, original } = field;
  const at = shapeOf(type.options, value);
  const option = type.options[at];
  // Of another shape there is nothing to compare the parts with.
  const before =
    original !== undefined && shapeOf(type.options, original) === at ? original : undefined;
  return (
    <>
      <LeafField {...field} />
      {option && (
        <div className="prop-parts">
          {option.kind === "object" && isRecord(value) ? (
            <ObjectParts
              path={path}
              type={option}
              value={value}
              original={isRecord(before) ? before : undefined}
              hidden={constantsOf(option)}
            />
          ) : (
            <Part {...field} name="value" type={option} original={before} />
          )}
        </div>
      )}
    </>
  );
}

function isSameField(before: FieldProps, after: FieldProps): boolean {
  return (
    before.value === after.value &&
    before.original === after.original &&
    before.type === after.type &&
    before.name === after.name &&
    before.itemActions === after.itemActions &&
    before.path.length === after.path.length &&
    before.path.every((step, at) => step === after.path[at])
  );
}
