import iconv from "iconv-lite";
import { labels } from "./labels.ts";

const nameByLabel: ReadonlyMap<string, string> = new Map(
  Object.entries(labels).flatMap(([name, others]) =>
    [name, ...others.split(" ")].map((label) => [label, name] as const),
  ),
);

/** Labels with which a client says that it does not know. */
const placeholders: readonly string[] = [
  ...["unknown", "unknown-8bit", "x-unknown", "x-user-defined", "user-defined", "_autodetect"],
  ...["default", "default_charset", "auto", "none", "null", "undefined", "binary", "8bit"],
  ...["x-binaryenc", "charset", "%s", "$charset"],
];

/** What iconv-lite takes for an encoding, and is no charset of text. */
const notCharsets: readonly string[] = ["base64", "hex", "binary", "internal", "utf7imap"];

/**
 * The charset that a label means: in lower case, by the name of the Encoding Standard where it has
 * one (`latin1` is `windows-1252`, `x-sjis` is `shift_jis`).
 *
 * @returns `"none"` when the label says nothing, `undefined` when no one knows the charset
 */
export function toCharsetName(label: string | undefined): string | undefined {
  if (label === undefined) return "none";
  const clean = cleanLabel(label);
  if (clean === "" || placeholders.includes(clean)) return "none";
  const name =
    nameByLabel.get(clean) ?? nameByLabel.get(clean.replace(/^(utf|windows|koi8|iso)_/, "$1-"));
  if (name) return name;
  // Code pages of DOS, EBCDIC and old Macintoshes, and UTF-7.
  const other = clean.replace(/[^\da-z]/g, "");
  return notCharsets.includes(other) || !isKnownToIconv(other) ? undefined : other;
}

/** `"UTF-8";`, `charset=utf-8`, `utf-8*en` and ` utf-8 ` are meant alike. */
function cleanLabel(label: string): string {
  return label
    .slice(0, 100)
    .toLowerCase()
    .replace(/^[\s"'=]*(?:charset[\s"'=]+)?/, "")
    .replace(/[\s"';,*(<\\].*$/s, "")
    .replace(/^iso-?8859[_-]?(\d+)$/, "iso-8859-$1");
}

/** `encodingExists` throws and catches for each name it does not know: thousands would take seconds. */
function isKnownToIconv(name: string): boolean {
  if (!iconv.encodings) iconv.encodingExists("utf8");
  return iconv.encodings ? Object.hasOwn(iconv.encodings, name) : iconv.encodingExists(name);
}
