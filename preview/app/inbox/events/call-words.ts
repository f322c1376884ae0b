import type { WebhookCall } from "../../../protocol/index.ts";
import { formatMs } from "../../ui/format.ts";

/** Where a webhook stands, in a word. */
export const stateWords: Readonly<Record<WebhookCall["state"], string>> = {
  waiting: "Waits",
  sending: "On its way",
  delivered: "Taken",
  lost: "Lost",
  failed: "Given up",
  dropped: "Dropped",
};

/** What the app answered last, and what comes next. */
export function describeProgress(
  { state, attempts, dueAt }: Pick<WebhookCall, "state" | "attempts" | "dueAt">,
  now: number,
): string {
  const last = attempts.at(-1);
  const answer = last ? describeAnswer(last) : "";
  if (state === "waiting" && dueAt !== null) {
    return `${answer}; ${describeDue(dueAt, now)}`;
  }
  if (state === "lost" && last?.status) return `${answer}; after this, Postmark does not try again`;
  if (state === "dropped") return "Too many were waiting";
  return attempts.length > 1 ? `${answer}, after ${attempts.length} tries` : answer;
}

/** What an app answered to one try. */
export function describeAnswer({
  status,
  error,
  tookMs,
}: Pick<WebhookCall["attempts"][number], "status" | "error" | "tookMs">): string {
  if (status === null) return error ?? "No answer";
  return `Answered ${status} in ${formatMs(tookMs)}`;
}

function describeDue(dueAt: number, now: number): string {
  const seconds = Math.max(0, Math.round((dueAt - now) / 1000));
  if (seconds < 1) return "tried again now";
  return seconds < 90
    ? `tried again in ${seconds} s`
    : `tried again in ${Math.round(seconds / 60)} min`;
}
