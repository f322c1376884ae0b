import { problemOfStream } from "../../message/postmark-options.ts";
import type { Rule, RuleFacts } from "./rule.ts";

/** Where readers leave the list; Postmark puts the link in. */
const unsubscribePlaceholder = /\{\{\{\s*pm:unsubscribe\s*\}\}\}/;

const streamMalformed: Rule = ({ instructions: { stream } }) => {
  const problem = stream === undefined ? undefined : problemOfStream(stream);
  if (problem === undefined) return undefined;
  return {
    code: "stream-malformed",
    effect: "refused",
    message: `X-PM-Message-Stream ${problem}`,
  };
};

const streamUnknown: Rule = ({ stream, streamIds }) =>
  stream
    ? undefined
    : {
        code: "stream-unknown",
        effect: "refused",
        message: `There is no such message stream; there are ${streamIds.join(", ") || "none"}`,
      };

const streamInbound: Rule = ({ streamId, streamIds }) =>
  streamId === "inbound" && streamIds.length === 0
    ? {
        code: "stream-inbound",
        effect: "refused",
        message:
          "The stream inbound receives mail and cannot send; name outbound or a broadcast stream",
      }
    : undefined;

const streamDiffers: Rule = ({ login, instructions: { stream } }) =>
  login?.stream !== undefined && stream !== undefined && stream !== login.stream
    ? {
        code: "stream-differs",
        effect: "unsure",
        message: `X-PM-Message-Stream says ${stream} but the SMTP token belongs to ${login.stream}; which wins is not documented: leave the header out`,
      }
    : undefined;

const unsubscribeAdded: Rule = (facts) =>
  managesUnsubscribes(facts) && !holdsPlaceholder(facts)
    ? {
        code: "unsubscribe-added",
        effect: "unsure",
        message:
          "A broadcast without {{{ pm:unsubscribe }}}; Postmark appends a footer with a link of its own: place it yourself",
      }
    : undefined;

const unsubscribeReplaced: Rule = (facts) =>
  managesUnsubscribes(facts) && hasHeader(facts, "list-unsubscribe")
    ? {
        code: "unsubscribe-replaced",
        effect: "ignored",
        message:
          "List-Unsubscribe cannot be set on a stream whose unsubscribes Postmark manages; it writes its own",
      }
    : undefined;

const unsubscribeMissing: Rule = (facts) =>
  facts.stream?.type === "broadcast" &&
  facts.stream.unsubscribes === "custom" &&
  !(hasHeader(facts, "list-unsubscribe") && hasHeader(facts, "list-unsubscribe-post"))
    ? {
        code: "unsubscribe-missing",
        effect: "unsure",
        message:
          "The stream manages its own unsubscribes, so the message must carry List-Unsubscribe and List-Unsubscribe-Post (RFC 8058)",
      }
    : undefined;

/** Where it goes through, and what broadcasts owe their readers. */
export const streamRules: readonly Rule[] = [
  streamMalformed,
  streamUnknown,
  streamInbound,
  streamDiffers,
  unsubscribeAdded,
  unsubscribeReplaced,
  unsubscribeMissing,
];

function managesUnsubscribes({ stream }: RuleFacts): boolean {
  return stream?.type === "broadcast" && stream.unsubscribes === "postmark";
}

function holdsPlaceholder({ message }: RuleFacts): boolean {
  return unsubscribePlaceholder.test(message.html ?? message.text ?? "");
}

function hasHeader({ message }: RuleFacts, name: string): boolean {
  return message.headers.some((header) => header.name.toLowerCase() === name);
}
