import { type ReactNode, useEffect, useId, useState } from "react";
import { isSame } from "../../protocol/props/json.ts";
import { ChevronRight } from "../ui/icons.ts";
import { type FieldProps, issuesAt, useFields } from "./field-context.ts";
import { FieldHead } from "./field-head.tsx";

/** A field that has parts: folded, it is a line that says what is in it. */
export function Fold({
  field,
  summary,
  startsOpen,
  tools,
  children,
}: {
  readonly field: FieldProps;
  /** A few words while it is folded. */
  readonly summary: string;
  readonly startsOpen: boolean;
  readonly tools?: ReactNode;
  /** Drawn only while it is open. */
  readonly children: () => ReactNode;
}) {
  const { issues } = useFields();
  const { path, name, type, value, original } = field;
  const [open, setOpen] = useState(startsOpen);
  const id = useId();
  const refused = issuesAt(issues, path, { below: true }).length;
  const own = issuesAt(issues, path);
  useEffect(() => {
    if (refused > 0) setOpen(true);
  }, [refused]);
  return (
    <div
      className="prop prop-fold"
      data-open={open}
      data-changed={!isSame(value, original)}
      data-refused={refused > 0}
    >
      <FieldHead field={field}>
        <button
          type="button"
          className="prop-folder"
          aria-expanded={open}
          aria-controls={open ? id : undefined}
          onClick={() => setOpen(!open)}
        >
          <ChevronRight size={14} className="prop-chevron" />
          <span className="prop-name truncate">{name}</span>
          {!open && <span className="prop-summary truncate">{summary}</span>}
        </button>
        {tools}
      </FieldHead>
      {open && (
        <div id={id} className="prop-parts">
          {type.description && <p className="prop-words">{type.description}</p>}
          {own.map(({ message }) => (
            <p key={message} className="prop-issue">
              {message}
            </p>
          ))}
          {children()}
        </div>
      )}
    </div>
  );
}
