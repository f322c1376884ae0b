import type { InboxMessage } from "../../../protocol/index.ts";

/** What a message asks of Postmark, in a few words each: stream, tag, what is tracked. */
export function describePostmarkFacts(message: InboxMessage): readonly string[] {
  const { stream, mailbox, tag, tracking } = message;
  return [
    `Stream ${stream}`,
    ...(mailbox === stream ? [] : [`mailbox ${mailbox}`]),
    ...(tag === null ? [] : [`tag ${tag}`]),
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
