import type { SendResult } from "../../protocol.ts";
import { inboxRoute } from "../route.ts";
import type { Notice } from "../ui/notices.tsx";

/** What to say of a send. */
export function describeResult(result: SendResult, to: readonly string[]): Notice {
  if (result.status === "failed") return { tone: "failed", text: result.message };
  const count = result.accepted.length;
  const whom = count === 1 ? result.accepted[0] : `${count} of ${to.length} recipients`;
  if (result.target.kind === "postmark") {
    return { tone: "done", text: `Postmark accepted it for ${whom}` };
  }
  return {
    tone: "done",
    text: "Sent to the local inbox",
    open: { label: "Open", route: inboxRoute(result.inboxId) },
  };
}
