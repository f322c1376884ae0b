import type { MessageContent } from "./read-content.ts";

/** What is known of a message that could not be read: nothing but why. */
export function unreadContent(error: unknown): MessageContent {
  const reason = error instanceof Error ? error.message : String(error);
  return {
    parsed: {
      ...{ messageId: undefined, from: undefined, to: [], cc: [], replyTo: [], subject: "" },
      ...{ html: undefined, text: undefined, headers: [], attachments: [] },
      parseProblems: [],
      parseError: `Cannot parse the message: ${reason}; it is kept as it came`,
    },
    snippet: "",
    cuts: [],
  };
}
