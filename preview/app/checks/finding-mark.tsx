import { useSyncExternalStore } from "react";
import type { FindingCount } from "../../protocol/index.ts";
import { useClient } from "../data/client.ts";
import { CircleAlert, TriangleAlert } from "../ui/icons.ts";
import { describeCount, worstOf } from "./finding-words.ts";
import "./finding-mark.css";

/** Beyond this a number says no more. */
const most = 99;

/** How much was found in the default variant of an email; undefined until it was counted. */
export function useFindingCount(id: string): FindingCount | undefined {
  const { counts } = useClient().findings;
  return useSyncExternalStore(counts.subscribe, () => counts.get().get(id));
}

/** How much is wrong with an email in words; undefined where it is not worth a mark. */
export function describeMark(count: FindingCount | undefined): string | undefined {
  if (count?.fails) return `Does not ${count.fails}`;
  const worst = count && worstOf(count);
  return count && worst && worst !== "info" ? describeCount(count) : undefined;
}

/**
 * How many errors an email has, or warnings where it has no errors; its place is always kept. The
 * number is for the eye: whatever it stands in says it in words, by {@link describeMark}.
 */
export function FindingMark({
  count,
  withIcon = false,
}: {
  readonly count: FindingCount | undefined;
  /** Where a number alone would not say what it counts. */
  readonly withIcon?: boolean;
}) {
  const words = describeMark(count);
  if (!count || words === undefined) return <span className="finding-mark" />;
  if (count.fails) {
    return (
      <span className="finding-mark" data-severity="error" title={words} aria-hidden="true">
        <CircleAlert size={14} />
      </span>
    );
  }
  const severity = count.errors > 0 ? "error" : "warning";
  const amount = count.errors || count.warnings;
  return (
    <span
      className="finding-mark tabular"
      data-severity={severity}
      title={words}
      aria-hidden="true"
    >
      {withIcon && (severity === "error" ? <CircleAlert size={12} /> : <TriangleAlert size={12} />)}
      <span data-count={amount > most ? `${most}+` : amount} />
    </span>
  );
}
