import { systemClock } from "../../../src/clock.ts";
import type { Inbox } from "../../../src/inbox/inbox.ts";
import type { Message } from "../../../src/message/message.ts";
import type { OutboxMessageDetails } from "../../../src/outbox/care/stored-message.ts";
import type { Outbox } from "../../../src/outbox/outbox.ts";
import type { SendResult, SendTarget } from "../../protocol/index.ts";

/** What it goes through, and where to. */
export interface OutboxRoad {
  readonly outbox: Outbox;
  readonly inbox: Inbox;
  readonly target: SendTarget;
}

/** So long a Send waits for what becomes of the message; Activity shows what does later. */
const patienceMs = 15_000;
const lookMs = 25;

/** A message that the inbox has taken is parsed within milliseconds. */
const arrivalTimeoutMs = 3_000;

/** Sends a prepared message to the inbox through the preview's own outbox, and waits for what becomes of it. */
export async function sendByOutbox(
  message: Message,
  emailId: string,
  { outbox, inbox, target }: OutboxRoad,
): Promise<SendResult> {
  // Its sender takes what is prepared; see createOwnSender.
  const { id, messageId } = await outbox.enqueue(message as never, { emailId });
  const found = await untilSettled(outbox, id);
  const { state, reason, accepted = [], refused = [] } = found ?? {};
  if (!found || accepted.length === 0) {
    const isOpen = state === "retry" || state === "queued" || state === "sending";
    return {
      ...{ status: "failed", code: "ERR_OUTBOX", field: null, delivery: null, conversation: [] },
      message: `Not sent yet: the message is ${state ?? "gone"} in the outbox${reason ? ` (${reason})` : ""}; ${isOpen ? "it is tried again by itself" : "see Activity"}`,
    };
  }
  const arrived = await inbox
    .waitFor((received) => received.messageId === messageId, { timeoutMs: arrivalTimeoutMs })
    .catch(() => undefined);
  return {
    ...{ status: "sent", messageId, accepted, target, inboxId: arrived?.id ?? null },
    rejected: refused.map(({ address, response }) => ({ address, response })),
  };
}

async function untilSettled(outbox: Outbox, id: string): Promise<OutboxMessageDetails | undefined> {
  const until = systemClock.now() + patienceMs;
  for (;;) {
    const found = await outbox.get(id);
    const isUnderWay = found?.state === "queued" || found?.state === "sending";
    if (!isUnderWay || systemClock.now() > until) return found;
    await systemClock.sleep(lookMs);
  }
}
