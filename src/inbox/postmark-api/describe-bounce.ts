import { bounceKinds } from "../events/bounce-kinds.ts";
import type { BounceEvent } from "../events/mail-event.ts";
import type { LocalServer } from "../local-server.ts";
import { serverId } from "../postmark/server-settings.ts";
import { toPostmarkDate } from "./postmark-date.ts";

/** A bounce as the API answers it. `Inactive` says how it is now: one may have reactivated the address. */
export function describeBounce(bounce: BounceEvent, { suppressions }: LocalServer) {
  const kind = bounceKinds[bounce.type];
  const isSuppressed = suppressions.find(bounce.stream, bounce.recipient) !== undefined;
  return {
    RecordType: bounce.type === "SpamComplaint" ? "SpamComplaint" : "Bounce",
    ...{ ID: bounce.id, Type: bounce.type, TypeCode: kind.code, Name: kind.name },
    ...(bounce.tag !== undefined && { Tag: bounce.tag }),
    MessageID: bounce.messageId,
    ServerID: serverId,
    MessageStream: bounce.stream,
    ...{ Description: bounce.description, Details: bounce.details },
    ...{ Email: bounce.recipient, From: bounce.from },
    BouncedAt: toPostmarkDate(bounce.at),
    DumpAvailable: true,
    Inactive: bounce.inactive && isSuppressed,
    CanActivate: kind.canActivate,
    Subject: bounce.subject,
  };
}
