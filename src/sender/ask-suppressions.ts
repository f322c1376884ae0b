import { DeliveryError, type RejectedRecipient } from "../errors.ts";
import type { Address, Message } from "../message/message.ts";
import type { Suppression, SuppressionLookup } from "../webhook/suppressions/suppression-store.ts";

/** Postmark's default transactional stream, meant where a message names none. */
const defaultStream = "outbound";

/** What is left of a message, and whom it does not go to. */
export interface AskedMessage {
  readonly message: Message;
  readonly suppressed: readonly RejectedRecipient[];
}

/**
 * Leaves out the recipients of a message that are suppressed in its stream. Postmark would do the
 * same, and tell no one over SMTP.
 *
 * @throws {DeliveryError} of the kind `suppressed` when no one is left that it is addressed `to`;
 *   of the kind `connection`, to be tried again, when the suppressions cannot be asked
 */
export async function askSuppressions(
  message: Message,
  suppressions: SuppressionLookup,
): Promise<AskedMessage> {
  const { to, cc, bcc, stream = defaultStream } = message;
  const found = await find([...to, ...cc, ...bcc], stream, message, suppressions);
  if (found.size === 0) return { message, suppressed: [] };
  const isLeft = ({ address }: Address) => !found.has(address.toLowerCase());
  const suppressed = [...to, ...cc, ...bcc].flatMap(({ address }) => {
    const suppression = found.get(address.toLowerCase());
    return suppression ? [toRejected(address, suppression)] : [];
  });
  const left = to.filter(isLeft);
  if (left.length === 0) throw refusal(message, stream, suppressed);
  const rest = { ...message, to: left, cc: cc.filter(isLeft), bcc: bcc.filter(isLeft) };
  return { message: Object.freeze(rest), suppressed };
}

async function find(
  recipients: readonly Address[],
  stream: string,
  { messageId }: Message,
  suppressions: SuppressionLookup,
): Promise<ReadonlyMap<string, Suppression>> {
  const addresses = recipients.map(({ address }) => address.toLowerCase());
  try {
    const found = await suppressions.find(addresses, stream);
    return new Map(found.map((suppression) => [suppression.address.toLowerCase(), suppression]));
  } catch (cause) {
    throw new DeliveryError(
      "Cannot deliver: the suppressions could not be asked, so nothing was sent; 'cause' says why",
      {
        ...{ kind: "connection", stage: "compose", transient: true, outcome: "not-sent" },
        ...{ messageId, cause },
      },
    );
  }
}

function toRejected(address: string, { reason, stream, since }: Suppression): RejectedRecipient {
  return {
    ...{ address, smtpCode: undefined, enhancedCode: undefined, transient: false },
    response: `suppressed in the stream '${stream}': ${reason} of ${dayOf(since)}`,
    suppression: reason,
  };
}

function refusal(
  { messageId }: Message,
  stream: string,
  rejected: readonly RejectedRecipient[],
): DeliveryError {
  const [first] = rejected;
  const whom = rejected.length === 1 ? "the recipient is" : "all recipients in 'to' are";
  const why = first?.response.replace(/^.*: /, "") ?? "";
  return new DeliveryError(
    `Cannot deliver: ${whom} suppressed in the stream '${stream}' (${why}); 'letterpress suppressions why' tells what happened, and lifting it there lets mail through again`,
    {
      ...{ kind: "suppressed", stage: "compose", transient: false, outcome: "not-sent" },
      ...{ messageId, rejected },
    },
  );
}

function dayOf(date: Date): string {
  return date.toISOString().slice(0, 10);
}
