import { checkHeaders } from "../message/headers.ts";
import { createIssueLog } from "../message/issue-log.ts";
import { checkMetadata } from "../message/metadata.ts";
import { checkStream, checkTag, checkTracking } from "../message/postmark-options.ts";
import { checkAddressList, checkFrom } from "../message/recipients.ts";
import { checkUnsubscribe } from "../message/unsubscribe.ts";
import type { SenderOptions } from "./sender.ts";

/**
 * Checks a sender's options when it is made, not at its first mail.
 *
 * @throws {TypeError} that names every option that is wrong
 */
export function checkSenderOptions(options: SenderOptions): void {
  const log = createIssueLog();
  if (typeof options.transport?.deliver !== "function") {
    log.report(
      "transport",
      "is not a transport; pass createPostmarkTransport(…) or inbox.transport()",
    );
  }
  if (options.suppressions !== undefined && typeof options.suppressions?.find !== "function") {
    log.report("suppressions", "is not a store of suppressions; it has no function 'find'");
  }
  if (options.from !== undefined) checkFrom(options.from, log);
  checkAddressList(options.replyTo, "replyTo", log);
  checkStream(options.stream, log);
  checkTag(options.tag, log);
  checkTracking(options.tracking, log);
  checkMetadata(options.metadata, log);
  checkHeaders(options.headers, [], log);
  checkUnsubscribe(options.unsubscribe, log);
  if (typeof options.correlationKey === "string") {
    checkMetadata({ [options.correlationKey]: "id" }, log);
  }
  if (log.issues.length === 0) return;
  const problems = log.issues.map(({ message }) => message).join("\n  - ");
  throw new TypeError(`Cannot create a sender: ${problems}`);
}
