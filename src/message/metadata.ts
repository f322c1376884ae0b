import { holdsEncodedWordOpener, isPrintableAscii, quoteKey } from "./characters.ts";
import type { IssueLog } from "./issue-log.ts";
import { maxMetadataFields, maxMetadataKeyLength, maxMetadataValueLength } from "./limits.ts";
import type { MetadataInput } from "./message.ts";

/** A key becomes part of a header's name, so it is written in the letters of one. */
const metadataKey = /^[A-Za-z0-9_-]+$/;

/**
 * Checks Postmark metadata. Values are plain ASCII: whether Postmark decodes anything else in
 * `X-PM-Metadata-*` is undocumented. Keys differ in more than case, because header names do not.
 *
 * @see https://postmarkapp.com/support/article/1125-custom-metadata-faq
 */
export function checkMetadata(
  input: MetadataInput | undefined,
  log: IssueLog,
): Readonly<Record<string, string>> {
  const fields = Object.entries(input ?? {}).filter(
    (entry): entry is [string, string] => entry[1] !== undefined,
  );
  if (fields.length > maxMetadataFields) {
    log.report("metadata", `has ${fields.length} fields; Postmark takes ${maxMetadataFields}`);
  }
  const seen = new Set<string>();
  for (const [key, value] of fields) {
    const problem = seen.has(key.toLowerCase())
      ? "is given twice, in different spellings; keep one"
      : (problemOfKey(key) ?? problemOfValue(value));
    seen.add(key.toLowerCase());
    if (problem) log.report(`metadata[${quoteKey(key)}]`, problem);
  }
  return Object.fromEntries(fields);
}

function problemOfKey(key: string): string | undefined {
  if (!metadataKey.test(key)) return "is not a metadata key; use letters, digits, '-' and '_'";
  if (key.length > maxMetadataKeyLength) {
    return `has a key of ${key.length} characters; Postmark takes ${maxMetadataKeyLength}`;
  }
  return undefined;
}

function problemOfValue(value: unknown): string | undefined {
  if (typeof value !== "string") return "is not a string; write its value as text";
  if (/[\r\n]/.test(value)) return "holds a line break; a metadata value is one line";
  if (!isPrintableAscii(value)) return "holds characters that are not printable ASCII; remove them";
  if (holdsEncodedWordOpener(value)) {
    return "holds '=?', which can only be written encoded, and whether Postmark decodes it is undocumented; remove it";
  }
  if (value === "") return "is empty; leave it out instead";
  if (value !== value.trim()) return "begins or ends with a space, which a header loses; trim it";
  if (value.length > maxMetadataValueLength) {
    return `has ${value.length} characters; Postmark takes ${maxMetadataValueLength}`;
  }
  return undefined;
}
