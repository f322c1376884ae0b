import { isAscii } from "node:buffer";
import { isPrintableAscii } from "../../message/characters.ts";
import { metadataPrefix, toBoolean, toLinkMode } from "../postmark/instructions.ts";
import type { InboxProblem } from "../problem.ts";
import type { Rule, RuleFacts } from "./rule.ts";

/** Headers that Postmark documents for mail sent over SMTP, by name in lower case. */
const documented: Readonly<Record<string, string>> = {
  "x-pm-message-stream": "X-PM-Message-Stream",
  "x-pm-tag": "X-PM-Tag",
  "x-pm-trackopens": "X-PM-TrackOpens",
  "x-pm-tracklinks": "X-PM-TrackLinks",
  "x-pm-keepid": "X-PM-KeepID",
  "x-pm-bounce-type": "X-PM-Bounce-Type",
};

const byBareName = new Map(
  Object.entries(documented).map(([name, spelling]) => [withoutHyphens(name), spelling]),
);

/** Other wrong names in circulation, without hyphens. */
const otherNames: Readonly<Record<string, string>> = {
  xpmstream: "X-PM-Message-Stream",
  xpmtags: "X-PM-Tag",
  xpmtrackclicks: "X-PM-TrackLinks",
  xpmkeepmessageid: "X-PM-KeepID",
};

const unknownHeaders: Rule = ({ message }) =>
  message.headers.flatMap(({ name }) => problemOfName(name) ?? []);

const tokenHeader: Rule = ({ message }) =>
  message.headers.some(({ name }) => /^x-postmark-(server|account)-token$/i.test(name))
    ? {
        code: "token-header",
        effect: "exposed",
        message:
          "X-Postmark-Server-Token stands in the message; it authenticates nothing over SMTP and shows the token to every recipient: remove it and replace the token",
      }
    : undefined;

const tagRepeated: Rule = ({ instructions: { tags } }) =>
  tags.length > 1
    ? {
        code: "tag-repeated",
        effect: "unsure",
        message: `There are ${tags.length} tags; Postmark takes one for a message, and which is not documented`,
      }
    : undefined;

const notAscii: Rule = ({ instructions: { tags, metadata } }) => {
  const problems: InboxProblem[] = [];
  const message =
    "holds characters that are not ASCII; whether Postmark decodes them is not documented: keep to ASCII";
  if (!tags.every(isPrintableAscii)) {
    problems.push({ code: "tag-not-ascii", effect: "unsure", message: `The tag ${message}` });
  }
  if (!Object.entries(metadata).flat().every(isPrintableAscii)) {
    problems.push({
      code: "metadata-not-ascii",
      effect: "unsure",
      message: `A metadata field ${message}`,
    });
  }
  return problems;
};

const trackingMalformed: Rule = (facts) => {
  const problems: InboxProblem[] = [];
  const add = (message: string) =>
    problems.push({ code: "tracking-malformed", effect: "ignored", message });
  const opens = readHeader(facts, "x-pm-trackopens");
  const links = readHeader(facts, "x-pm-tracklinks");
  if (opens !== undefined && toBoolean(opens) === undefined) {
    add("X-PM-TrackOpens is neither true nor false");
  }
  if (links !== undefined && toLinkMode(links) === undefined) {
    add("X-PM-TrackLinks is none of None, HtmlAndText, HtmlOnly, TextOnly");
  }
  return problems;
};

const trackingWithoutHtml: Rule = ({ message, instructions }) =>
  instructions.tracking.opens && message.html === undefined
    ? {
        code: "tracking-without-html",
        effect: "ignored",
        message: "X-PM-TrackOpens asks to track opens, which needs an HTML part; there is none",
      }
    : undefined;

const eightBit: Rule = ({ raw }) =>
  isAscii(raw)
    ? undefined
    : {
        code: "eight-bit",
        effect: "unsure",
        message:
          "The message holds 8-bit octets, with which Postmark may break characters; encode bodies as quoted-printable and headers as encoded words (RFC 2047)",
      };

/** What the headers ask of Postmark, and how the message is encoded. */
export const headerRules: readonly Rule[] = [
  tokenHeader,
  unknownHeaders,
  tagRepeated,
  notAscii,
  trackingMalformed,
  trackingWithoutHtml,
  eightBit,
];

function problemOfName(name: string): InboxProblem | undefined {
  const lower = name.toLowerCase();
  if (!lower.startsWith("x-pm") || lower in documented || lower.startsWith(metadataPrefix)) {
    return undefined;
  }
  const bare = withoutHyphens(lower);
  const meant =
    byBareName.get(bare) ??
    otherNames[bare] ??
    (bare.startsWith("xpmmeta") ? "X-PM-Metadata-<key>" : undefined);
  if (meant) {
    return {
      code: "header-misspelt",
      effect: "ignored",
      message: `${name} is no header of Postmark's; write ${meant}`,
    };
  }
  return {
    code: "header-unknown",
    effect: "ignored",
    message: `${name} is not a header that Postmark documents for sending; leave it out`,
  };
}

function readHeader({ message }: RuleFacts, name: string): string | undefined {
  return message.headers.find((header) => header.name.toLowerCase() === name)?.value.trim();
}

function withoutHyphens(name: string): string {
  return name.replaceAll(/[-_]/g, "");
}
