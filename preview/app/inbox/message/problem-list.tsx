import type { MessageProblem, ProblemEffect } from "../../../protocol/index.ts";
import { count } from "../../ui/format.ts";
import { CircleAlert } from "../../ui/icons.ts";
import { numbered } from "../../ui/numbered.ts";
import { effectWords } from "./problem-words.ts";

/** What the real Postmark would not take of a message, the gravest first. */
export function ProblemList({ problems }: { readonly problems: readonly MessageProblem[] }) {
  const [gravest] = problems;
  if (!gravest) return null;
  return (
    <details className="problems" data-effect={gravest.effect} open={isGrave(gravest.effect)}>
      <summary>
        <CircleAlert size={16} />
        <span className="problems-title">{effectWords[gravest.effect].title}</span>
        {problems.length > 1 && (
          <span className="problems-count tabular">{count(problems.length, "note")}</span>
        )}
      </summary>
      <ul aria-label="What the real Postmark would not take">
        {numbered(problems).map(({ effect, message, place }) => (
          <li key={place} data-effect={effect}>
            <span className="problem-effect">{effectWords[effect].label}</span>
            <span>{message}</span>
          </li>
        ))}
      </ul>
    </details>
  );
}

function isGrave(effect: ProblemEffect): boolean {
  return effect === "exposed" || effect === "refused";
}
