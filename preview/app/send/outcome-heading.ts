import type { SendOutcome } from "./use-sending.ts";

/** What is known of one send. `unknown`: somebody may have it. */
export type Sentness = "sent" | "not-sent" | "unknown";

/** Whether a message went out, as far as anybody knows. */
export function sentnessOf({ answer }: Pick<SendOutcome, "answer">): Sentness {
  // The server went away with the message: it may have passed it on before.
  if (!answer.ok) return answer.problem.kind === "unreachable" ? "unknown" : "not-sent";
  if (answer.value.status === "sent") return "sent";
  return answer.value.delivery?.outcome === "unknown" ? "unknown" : "not-sent";
}

/** What stands over a report: never that nothing was sent where somebody may have it. */
export function headOutcomes(outcomes: readonly Pick<SendOutcome, "answer">[]): string {
  const all = outcomes.map(sentnessOf);
  if (all.length === 1) {
    if (all[0] === "unknown") return "It may have been sent";
    return all[0] === "sent" ? "Sent to some of them" : "It was not sent";
  }
  const of = (wanted: Sentness) => all.filter((one) => one === wanted).length;
  const unknown = of("unknown");
  const rest = unknown > 0 ? `, ${unknown} may have been` : "";
  return `${of("sent")} of ${all.length} sent${rest}`;
}

/** Whether one line at the foot of the page would say too little. */
export function isWorthReport({ answer }: Pick<SendOutcome, "answer">): boolean {
  if (!answer.ok) return answer.problem.kind === "unreachable";
  const { value } = answer;
  return value.status === "failed" ? value.delivery !== null : value.rejected.length > 0;
}
