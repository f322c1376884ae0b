import type { SMTPServerSession } from "smtp-server";
import type { InboxProblem } from "../problem.ts";

const mark = Symbol("an address of the transaction breaks the grammar");

type Marked = SMTPServerSession & { [mark]?: boolean };

/** What is said of a message whose envelope a stricter server would not take. */
export const sloppyAddress: InboxProblem = {
  code: "address-syntax",
  effect: "unsure",
  message:
    "MAIL FROM or RCPT TO does not have the form of RFC 5321 (<user@host> directly after the colon, no quotes and no dots at an end); other servers answer 501, and whether Postmark takes it is not documented",
};

/** Remembers that an address of the message that is being handed over breaks the grammar. */
export function markSloppy(session: SMTPServerSession): void {
  (session as Marked)[mark] = true;
}

/** Whether one did. The next message of the session starts again. */
export function takeSloppyMark(session: SMTPServerSession): boolean {
  const isMarked = (session as Marked)[mark] ?? false;
  clearSloppyMark(session);
  return isMarked;
}

/** A transaction that was given up leaves no mark. */
export function clearSloppyMark(session: SMTPServerSession): void {
  (session as Marked)[mark] = false;
}
