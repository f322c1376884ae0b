import {
  forbiddenExtensions,
  maxBodyBytes,
  maxFromLength,
  maxMessageBytes,
  maxMetadataFields,
  maxMetadataKeyLength,
  maxMetadataValueLength,
  maxRecipients,
  maxSubjectLength,
  maxTagLength,
} from "../../message/limits.ts";
import type { InboxProblemCode } from "../problem.ts";
import type { Rule, RuleFacts } from "./rule.ts";

interface Limit {
  readonly code: InboxProblemCode;
  readonly what: string;
  readonly unit: string;
  readonly max: number;
  /** Each thing that the limit holds for. */
  readonly measure: (facts: RuleFacts) => readonly number[];
}

const utf8Bytes = (text: string | undefined) => Buffer.byteLength(text ?? "", "utf8");

const limits: readonly Limit[] = [
  {
    code: "recipients-too-many",
    what: "The message",
    unit: "recipients",
    max: maxRecipients,
    measure: ({ envelope }) => [envelope.to.length],
  },
  {
    code: "message-too-large",
    what: "The message, encoded,",
    unit: "octets",
    max: maxMessageBytes,
    measure: ({ raw }) => [raw.length],
  },
  {
    code: "body-too-large",
    what: "A body",
    unit: "octets",
    max: maxBodyBytes,
    measure: ({ message }) => [utf8Bytes(message.html), utf8Bytes(message.text)],
  },
  {
    code: "subject-too-long",
    what: "The subject",
    unit: "characters",
    max: maxSubjectLength,
    measure: ({ message }) => [message.subject.length],
  },
  {
    code: "from-too-long",
    what: "From",
    unit: "characters",
    max: maxFromLength,
    measure: ({ message }) => [fromLength(message.headers)],
  },
  {
    code: "tag-too-long",
    what: "The tag",
    unit: "characters",
    max: maxTagLength,
    measure: ({ instructions }) => instructions.tags.map((tag) => tag.length),
  },
  {
    code: "metadata-too-many",
    what: "The metadata",
    unit: "fields",
    max: maxMetadataFields,
    measure: ({ instructions }) => [Object.keys(instructions.metadata).length],
  },
  {
    code: "metadata-key-too-long",
    what: "A metadata key",
    unit: "characters",
    max: maxMetadataKeyLength,
    measure: ({ instructions }) => Object.keys(instructions.metadata).map((key) => key.length),
  },
  {
    code: "metadata-value-too-long",
    what: "A metadata value",
    unit: "characters",
    max: maxMetadataValueLength,
    measure: ({ instructions }) => Object.values(instructions.metadata).map(({ length }) => length),
  },
];

const sizeRules = limits.map(
  ({ code, what, unit, max, measure }): Rule =>
    (facts) => {
      const most = Math.max(0, ...measure(facts));
      if (most <= max) return undefined;
      return {
        code,
        effect: "refused",
        message: `${what} has ${most} ${unit}; Postmark takes at most ${max} and reports the rest only as an SMTP API error`,
      };
    },
);

const forbiddenAttachments: Rule = ({ message }) =>
  message.attachments
    .map(({ filename }) => /\.([^.]*)$/.exec(filename.trimEnd())?.[1]?.toLowerCase() ?? "")
    .filter((ending) => forbiddenExtensions.has(ending))
    .map((ending) => ({
      code: "attachment-forbidden",
      effect: "refused",
      message: `An attachment ends in .${ending}, which Postmark refuses; send a link, or another kind of file`,
    }));

/** What is too long, too large or too many. */
export const limitRules: readonly Rule[] = [...sizeRules, forbiddenAttachments];

function fromLength(headers: RuleFacts["message"]["headers"]): number {
  return headers.find(({ name }) => name.toLowerCase() === "from")?.value.length ?? 0;
}
