import { randomUUID } from "node:crypto";
import type { Clock } from "../clock.ts";
import type { Arrival } from "./arrival.ts";
import type { Intake } from "./intake.ts";
import type { InboxProblem } from "./problem.ts";
import { concernsWholeMessage, examineMessage, type PostmarkServer } from "./read-message.ts";
import type { MessageReader } from "./reading/message-reader.ts";
import type { ConversationLine } from "./smtp/conversations.ts";

/** A message that did not come over SMTP. */
export interface Submission {
  /** Writes the message, as SMTP would bring it. @param id the one that Postmark gives it */
  readonly compose: (id: string) => Uint8Array;
  readonly envelope: Arrival["envelope"];
  /** Says how it came. */
  readonly conversation: readonly ConversationLine[];
}

/** What became of a {@link Submission}. */
export interface Submitted {
  /** `undefined` when the message was refused. */
  readonly id: string | undefined;
  readonly at: Date;
  /** Why it was refused. */
  readonly refusal: InboxProblem | undefined;
  /** Recipients that are inactive in its stream; when all are, it is refused. */
  readonly inactive: readonly string[];
}

/** What {@link createSubmit} needs. */
export interface SubmitOptions {
  readonly reader: MessageReader;
  readonly intake: Intake;
  readonly server: PostmarkServer;
  readonly clock: Clock;
}

/**
 * Creates the second way in, beside SMTP. By the same rules, but anyone who asks by HTTP is answered at
 * once: what SMTP would refuse after its 250 is refused here, in lenient mode too, as at Postmark.
 */
export function createSubmit({ reader, intake, server, clock }: SubmitOptions) {
  return async ({ compose, envelope, conversation }: Submission): Promise<Submitted> => {
    const id = randomUUID();
    const raw = compose(id);
    const at = new Date(clock.now());
    const arrival: Arrival = {
      ...{ id, receivedAt: at, envelope, raw, login: undefined, problems: [] },
      conversation: () => conversation,
    };
    const content = await reader.read(raw);
    const { problems, suppressed } = examineMessage(arrival, content, server);
    const refusal = problems.find(concernsWholeMessage);
    const isInactive = (to: string) =>
      suppressed.some(({ address }) => address === to.toLowerCase());
    const inactive = envelope.to.filter(isInactive);
    if (refusal || inactive.length === envelope.to.length) {
      return { id: undefined, at, refusal, inactive };
    }
    await intake.put(arrival, content);
    return { id, at, refusal: undefined, inactive };
  };
}
