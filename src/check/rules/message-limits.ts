import {
  maxFromLength,
  maxMetadataFields,
  maxMetadataKeyLength,
  maxMetadataValueLength,
  maxStreamIdLength,
  maxTagLength,
} from "../../message/limits.ts";
import type { Rule } from "../rule.ts";

/** Postmark takes what the email says of its message. */
export const messageLimits: Rule = {
  name: "message-limits",
  subject: "message",
  severity: "error",
  summary: "Tag, stream, metadata and From are within Postmark's limits.",
  reason: "Postmark takes such a mail over SMTP, and it never arrives.",
  source: "https://postmarkapp.com/support/article/1125-custom-metadata-faq",
  check({ message, from }, report) {
    if (!message) return;
    const { tag = "", stream, metadata = {} } = message;
    const tell = (what: string, evidence: string, advice: string, literal: string) =>
      report({ message: what, evidence, advice, part: "message", literals: [literal], same: what });
    if (tag.length > maxTagLength) {
      tell(
        "The tag is longer than Postmark takes",
        `${tag.length} characters, and ${maxTagLength} at most`,
        "Shorten it",
        "tag:",
      );
    }
    if (
      stream !== undefined &&
      (stream.length > maxStreamIdLength ||
        !/^[a-z][a-z\d_-]*$/.test(stream) ||
        stream.startsWith("pm-"))
    ) {
      tell(
        "The stream is no id that Postmark has",
        `"${stream.slice(0, 40)}"`,
        `Take the id of a stream: a letter, then letters, digits, - and _, ${maxStreamIdLength} at most`,
        stream,
      );
    }
    const fields = Object.entries(metadata).filter(([, value]) => value !== undefined);
    if (fields.length > maxMetadataFields) {
      tell(
        "There is more metadata than Postmark takes",
        `${fields.length} fields, and ${maxMetadataFields} at most`,
        "Send an id, and keep the rest",
        "metadata:",
      );
    }
    for (const [key, value = ""] of fields) {
      if (key.length > maxMetadataKeyLength) {
        tell(
          `The key of a metadata field is longer than Postmark takes: ${key}`,
          `${key.length} characters, and ${maxMetadataKeyLength} at most`,
          "Shorten it",
          key,
        );
      }
      if (value.length > maxMetadataValueLength) {
        tell(
          `The metadata "${key}" is longer than Postmark takes`,
          `${value.length} characters, and ${maxMetadataValueLength} at most`,
          "Send an id, and keep the rest",
          key,
        );
      }
    }
    const sender = from ?? "";
    if (sender.length > maxFromLength) {
      tell(
        "From is longer than Postmark takes",
        `${sender.length} characters, and ${maxFromLength} at most`,
        "Shorten the name",
        "from:",
      );
    }
  },
};
