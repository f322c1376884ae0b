import type {
  SuppressionReason,
  SuppressionState,
} from "../webhook/suppressions/suppression-store.ts";
import { printable } from "./printable.ts";

const words: Readonly<Record<SuppressionReason, string>> = {
  "hard-bounce": "mail to it bounced for good",
  complaint: "its reader marked a message as spam",
  unsubscribe: "its reader unsubscribed",
  manual: "someone suppressed it by hand",
};

/** Says how an address stands, since when, and by what: an event and its message, a file or a person. */
export function explainSuppression(state: SuppressionState): string {
  const { reason, since, origin } = state;
  const [address, stream] = [printable(state.address), printable(state.stream)];
  const { type, messageId, correlationId, webhookId, details } = origin;
  const head =
    reason === undefined
      ? `${address} is not suppressed in the stream ${stream}: that was lifted at ${since.toISOString()}`
      : `${address} is suppressed in the stream ${stream}: ${words[reason]}`;
  const facts: readonly (readonly [string, string | undefined])[] = [
    ["since", reason === undefined ? undefined : since.toISOString()],
    ["last told", state.at > since ? state.at.toISOString() : undefined],
    ["by", type],
    ["it said", details],
    ["message", messageId],
    ["sent as", correlationId],
    ["webhook", webhookId],
  ];
  const lines = facts.flatMap(([name, value]) =>
    value ? `  ${name.padEnd(9)}  ${printable(value)}` : [],
  );
  return [head, ...lines].join("\n");
}
