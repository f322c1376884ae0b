import { lazy, Suspense } from "react";
import type { ChangedFile, ChangePlan } from "../../protocol/index.ts";
import { count } from "../ui/format.ts";
import type { Managed } from "./manage-context.ts";
import "../code/code.css";

const DiffEditor = lazy(() => import("../code/diff-editor.tsx"));

/** What a change does to the files, and what it leaves to the reader. */
export function PlanView({
  wanted,
  plan,
}: {
  readonly wanted: Managed;
  readonly plan: ChangePlan;
}) {
  const { files, notes, searched } = plan;
  const isMade = wanted.kind === "new-email" || wanted.kind === "duplicate-email";
  return (
    <div className="change-plan">
      {notes.length > 0 && (
        <ul className="change-notes">
          {notes.map((note) => (
            <li key={note}>{note}.</li>
          ))}
        </ul>
      )}
      {wanted.kind !== "delete-email" && (
        <div className="change-files scrolls">
          {files.map((file) => (
            <section key={file.file} aria-label={file.file}>
              <h3 className="truncate">
                {file.movedFrom !== null && <span className="change-old">{file.movedFrom} → </span>}
                {file.file}
                {isMade && <span className="change-old"> is new</span>}
              </h3>
              {!isMade && isChanged(file) && (
                <Suspense fallback={null}>
                  <DiffEditor
                    original={file.before ?? ""}
                    code={file.after ?? ""}
                    language="tsx"
                    label={file.file}
                  />
                </Suspense>
              )}
            </section>
          ))}
        </div>
      )}
      {searched > 0 && (
        <p className="change-searched">
          {count(searched, "source file")} of the project looked through for imports.
        </p>
      )}
    </div>
  );
}

function isChanged({ before, after }: ChangedFile): boolean {
  return before !== after;
}
