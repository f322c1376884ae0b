import type { PropIssue } from "../../protocol/index.ts";
import { Button } from "../ui/button.tsx";
import { CircleAlert } from "../ui/icons.ts";
import { useShell } from "../ui/shell-context.ts";
import "./props-refusal.css";

/** Says that edited props do not fit the schema, below the last render that was good. */
export function PropsRefusal({ issues }: { readonly issues: readonly PropIssue[] }) {
  const { asideShown, asideTab, toggleAside } = useShell();
  const propsShown = asideShown && asideTab === "props";
  const [first, ...more] = issues;
  if (!first) return null;
  const place = first.path.join(".");
  return (
    <div className="props-refusal" role="alert">
      <CircleAlert size={16} />
      <p>
        <strong>{place || "The props"}</strong>: {first.message}
        {more.length > 0 && ` (and ${more.length} more)`}
        <span className="props-refusal-note"> What shows is the last that did fit.</span>
      </p>
      {!propsShown && <Button onClick={() => toggleAside("props")}>Show the props</Button>}
    </div>
  );
}
