import type { ActivityState } from "../../protocol/index.ts";
import { stateWords } from "./state-words.ts";
import "./state-badge.css";

/** A state as a word with a dot. */
export function StateBadge({ state }: { readonly state: ActivityState }) {
  const { label, tone } = stateWords[state];
  return (
    <span className="state-badge" data-tone={tone} data-live={state === "sending" || undefined}>
      {label}
    </span>
  );
}
