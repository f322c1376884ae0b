import type { SendFailure, SendResult, SendTarget } from "../../protocol/index.ts";
import { inboxRoute } from "../route.ts";
import type { Notice } from "../ui/notices.tsx";

/** What to say of a send. */
export function describeResult(result: SendResult, to: readonly string[]): Notice {
  if (result.status === "failed") return { tone: "failed", text: inWords(result.message, to) };
  const { accepted, rejected, target } = result;
  const whom =
    accepted.length === 1 ? accepted[0] : `${accepted.length} of ${to.length} recipients`;
  if (target.kind !== "inbox") {
    return { tone: "done", text: `${nameOfTarget(target)} accepted it for ${whom}` };
  }
  return {
    tone: "done",
    text: rejected.length > 0 ? `The local inbox took it for ${whom}` : "Sent to the local inbox",
    open: { label: "Open", route: inboxRoute(result.inboxId) },
  };
}

/** `Postmark`, `mail.example.com:587` or `The local inbox`. */
export function nameOfTarget(target: SendTarget): string {
  if (target.kind === "inbox") return "The local inbox";
  return target.kind === "postmark" ? "Postmark" : target.address;
}

/** Where a press leads, in words that stand before it. */
export function describeTarget(target: SendTarget): string {
  if (target.kind === "inbox") return `To the local inbox, ${target.address}`;
  return `By ${nameOfTarget(target)}, to the real recipients (${target.address})`;
}

/**
 * A message of the library in the words of the page: it names recipients by their place, and tells
 * programs where the replies are, which the report shows by itself.
 */
export function inWords(message: string, to: readonly string[]): string {
  return message
    .replace(/'?\bto\[(\d+)\]'?/g, (place, index: string) => to[Number(index)] ?? place)
    .replace(/; (?:leave out whom 'rejected' names|'rejected' holds the reply to each)/, "");
}

const stages: Readonly<Record<NonNullable<SendFailure["delivery"]>["stage"], string>> = {
  compose: "The message was not put together.",
  connect: "There was no connection.",
  greeting: "The server did not greet.",
  tls: "The connection could not be encrypted.",
  auth: "The login was refused.",
  mail: "The sender was refused.",
  rcpt: "The recipients were refused.",
  data: "The server did not want the message.",
  "final-dot": "The server had the whole message.",
};

/** What would fix a refusal at a stage, where there is more to say than the server did. */
const remedies: Readonly<Partial<typeof stages>> = {
  connect: " Is it running, and does a firewall let the port through?",
};

/** What would fix it at Postmark. */
const remediesAtPostmark: typeof remedies = {
  auth: " Compare the credentials with those that Postmark shows for the server.",
  mail: " Send from an address or a domain that the account has confirmed.",
  rcpt: " Look at the addresses; an inactive one has to be activated at Postmark first.",
};

/** How far a send came and whether anybody has it; null when the network was not used. */
export function describeOutcome(
  { delivery }: SendFailure,
  target: SendTarget["kind"],
): string | null {
  if (!delivery) return null;
  const { stage, outcome, messageId } = delivery;
  if (outcome === "not-sent") {
    const atPostmark = target === "postmark" ? remediesAtPostmark[stage] : undefined;
    const remedy = atPostmark ?? (target === "inbox" ? "" : (remedies[stage] ?? ""));
    return `${stages[stage]} No one has the message.${remedy}`;
  }
  const byId = messageId ? ` Look for ${messageId} there before you send it again.` : "";
  return `${stages[stage]} It never said whether it took it, so somebody may have it.${byId}`;
}
