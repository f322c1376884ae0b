import type { ServerSettings } from "./server-settings.ts";
import { SmtpFault } from "./smtp-fault.ts";

/** The fault of a message that is larger than the server's EHLO reply allows; nothing was written of it. */
export function tooLarge(sizeBytes: number, server: ServerSettings): SmtpFault {
  return beforeMail(
    `the message of ${sizeBytes} octets is larger than ${server.name} takes; send less, or a link`,
  );
}

/** The fault of an envelope that cannot be written without ending a command before its time. */
export function unwritableAddress(): SmtpFault {
  return beforeMail(
    "its envelope names no one, or holds an address with a line break, an angle bracket or a character that is not ASCII; make the message with createMessage, which checks that",
  );
}

function beforeMail(message: string): SmtpFault {
  return new SmtpFault(message, {
    ...{ kind: "rejected", stage: "mail", transient: false, outcome: "not-sent" },
    connectionLost: false,
  });
}
