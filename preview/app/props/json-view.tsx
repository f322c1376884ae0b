import { lazy, Suspense, useEffect, useMemo, useState } from "react";
import type { PropIssue } from "../../protocol/index.ts";
import { isSame } from "../../protocol/props/json.ts";
import { type JsonProblem, locateIssues, parseJson } from "./json-problems.ts";
import type { Editing } from "./use-editing.ts";
import "./props-json.css";

const JsonEditor = lazy(() => import("./json-editor.tsx"));

/** The props as JSON text, with each fault at its line. What is typed counts once it is JSON. */
export default function JsonView({
  editing,
  issues,
  marks,
}: {
  readonly editing: Editing;
  readonly issues: readonly PropIssue[];
  /** Whether there is anything that JSON lacks. */
  readonly marks: boolean;
}) {
  const { values, replace } = editing;
  const [typed, setTyped] = useState(() => JSON.stringify(values, null, 2));
  const parsed = useMemo(() => parseJson(typed), [typed]);
  // A reset, or a control of the form: the text follows, unless it says the same already.
  useEffect(() => {
    setTyped((old) => {
      const known = parseJson(old);
      return known.ok && isSame(known.value, values) ? old : JSON.stringify(values, null, 2);
    });
  }, [values]);
  const problems = useMemo(
    () => (parsed.ok ? locateIssues(typed, issues) : parsed.problems),
    [parsed, typed, issues],
  );
  function onType(text: string) {
    setTyped(text);
    const next = parseJson(text);
    if (next.ok) replace(next.value);
  }
  return (
    <div className="props-json">
      <Suspense fallback={<pre className="props-json-plain scrolls">{typed}</pre>}>
        <JsonEditor text={typed} problems={problems} label="Props as JSON" onType={onType} />
      </Suspense>
      <Problems problems={problems} />
      {marks && (
        <p className="prop-words props-json-note">
          <code>$date</code> is a Date, <code>$keep</code> a value that JSON cannot express.
        </p>
      )}
    </div>
  );
}

function Problems({ problems }: { readonly problems: readonly JsonProblem[] }) {
  return (
    <ul className="props-problems" aria-live="polite" aria-label="Faults">
      {problems.slice(0, 20).map(({ line, message, from }) => (
        <li key={`${from} ${message}`}>
          <span className="tabular">Line {line}</span> {message}
        </li>
      ))}
    </ul>
  );
}
