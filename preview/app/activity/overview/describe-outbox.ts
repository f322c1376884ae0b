import type { Activity } from "../../../protocol/index.ts";
import { count } from "../../ui/format.ts";

/** How an outbox stands, in a line. */
export function describeOutbox({ status, overview }: Activity): string {
  if (status === "none") return "No outbox";
  if (status === "opening") return "The outbox starts";
  if (status === "away" || !overview) return "The outbox cannot be read";
  const { amount, isEstimate, open, workers, senders } = overview;
  const waiting = open.queued + open.retry + open.sending;
  const stuck = open.held + open.uncertain;
  return [
    (isEstimate ? "about " : "") + count(amount, "message"),
    `${waiting.toLocaleString("en")} waiting`,
    ...(stuck > 0 ? [`${stuck.toLocaleString("en")} stuck`] : []),
    workers.length === 0 ? "no worker" : count(workers.length, "worker"),
    ...(senders.some(({ paused }) => paused) ? ["a sender is paused"] : []),
  ].join(" · ");
}
