import type { InboxMessage } from "../../../protocol/index.ts";

/** What a message asks of Postmark, in a few words each: stream, what is tracked. */
export function describePostmarkFacts(message: InboxMessage): readonly string[] {
  const { stream, mailbox, tracking } = message;
  return [
    `Stream ${stream}`,
    ...(mailbox === stream ? [] : [`mailbox ${mailbox}`]),
    ...(tracking.opens === null ? [] : [tracking.opens ? "opens tracked" : "opens not tracked"]),
    ...(tracking.links === null
      ? []
      : [`links tracked: ${linkWords[tracking.links] ?? tracking.links}`]),
  ];
}

const linkWords: Readonly<Record<string, string>> = {
  None: "none",
  HtmlAndText: "in HTML and text",
  HtmlOnly: "in the HTML",
  TextOnly: "in the text",
};
