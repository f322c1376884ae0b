import type { InboxMessage } from "../../inbox.ts";
import type { PostmarkCall } from "../postmark-call.ts";
import { PostmarkRefusal } from "../postmark-refusal.ts";
import { isOutbound } from "./describe-outbound.ts";

/** The message that a path names. @throws {PostmarkRefusal} when it is not there */
export function findOutbound({ server, params }: PostmarkCall): InboxMessage {
  const message = server.message(params.id ?? "");
  if (message && isOutbound(message)) return message;
  throw new PostmarkRefusal(701, "This message was not found.");
}
