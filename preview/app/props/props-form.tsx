import { useMemo } from "react";
import type { PropIssue, PropsView } from "../../protocol/index.ts";
import { Field } from "./field.tsx";
import { FieldContext, type FieldContextValue, issuesAt } from "./field-context.ts";
import { ObjectParts } from "./object-field.tsx";
import type { Editing } from "./use-editing.ts";

const root: readonly string[] = [];

/** A control for each prop. */
export function PropsForm({
  view,
  editing,
  issues,
  locale,
  openMenu,
}: {
  readonly view: PropsView;
  readonly editing: Editing;
  readonly issues: readonly PropIssue[];
  readonly locale: string | null;
  readonly openMenu: FieldContextValue["openMenu"];
}) {
  const { change, values } = editing;
  const { kept } = view;
  const context = useMemo(
    () => ({ Field, change, openMenu, issues, kept, locale }),
    [change, openMenu, issues, kept, locale],
  );
  const isEmpty = view.type.fields.length === 0 && Object.keys(values).length === 0;
  return (
    <FieldContext value={context}>
      <div className="props-form">
        {issuesAt(issues, root).map(({ message }) => (
          <p key={message} className="prop-issue">
            {message}
          </p>
        ))}
        {isEmpty && <p className="prop-words">This email takes no props.</p>}
        <ObjectParts path={root} type={view.type} value={values} original={view.values} />
      </div>
    </FieldContext>
  );
}
