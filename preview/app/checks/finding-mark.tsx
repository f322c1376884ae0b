import { useSyncExternalStore } from "react";
import { useClient } from "../data/client.ts";
import { CircleAlert, TriangleAlert } from "../ui/icons.ts";
import { describeCount, worstOf } from "./finding-words.ts";
import "./finding-mark.css";

/** Beyond this a number says no more. */
const most = 99;

/** How many errors an email has, or warnings where it has no errors; its place is always kept. */
export function FindingMark({
  id,
  withIcon = false,
}: {
  readonly id: string;
  /** Where a number alone would not say what it counts. */
  readonly withIcon?: boolean;
}) {
  const { counts } = useClient().findings;
  const count = useSyncExternalStore(counts.subscribe, () => counts.get().get(id));
  const worst = count && worstOf(count);
  if (!count || !worst || worst === "info") return <span className="finding-mark" />;
  const amount = worst === "error" ? count.errors : count.warnings;
  return (
    <span className="finding-mark tabular" data-severity={worst} title={describeCount(count)}>
      {withIcon && (worst === "error" ? <CircleAlert size={12} /> : <TriangleAlert size={12} />)}
      <span aria-hidden="true">{amount > most ? `${most}+` : amount}</span>
      <span className="visually-hidden">{describeCount(count)}</span>
    </span>
  );
}
