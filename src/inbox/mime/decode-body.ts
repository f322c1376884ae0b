import { toCharsetName } from "./charset/charset-name.ts";
import { decodeText } from "./charset/decode-text.ts";
import { getParameter } from "./get-parameter.ts";
import type { MimePart } from "./mime-part.ts";
import { toOctetString } from "./octets.ts";
import type { ProblemLog } from "./problem-log.ts";
import { decodeContent, encodingOf } from "./transfer-encoding.ts";
import { unflow } from "./unflow.ts";

/** A browser looks so far for the charset of an HTML document. */
const prescanBytes = 4_096;

const metaCharset =
  /<meta\b[^>]{0,500}?\bcharset[ \t\r\n]{0,20}=[ \t\r\n]{0,20}["']?([\w:.-]{1,60})/i;
const xmlEncoding =
  /^[ \t\r\n]{0,20}<\?xml\b[^>]{0,200}?\bencoding[ \t]{0,20}=[ \t]{0,20}["']([\w:.-]{1,60})/i;

/** The text of a part that is a body: decoded, lines ended by LF, `format=flowed` joined. */
export function decodeBody(
  raw: Uint8Array,
  part: MimePart,
  role: "text" | "html",
  log: ProblemLog,
): string {
  const content = decodeContent(raw, part);
  const label = labelOf(part, role, content);
  const decoded = log.decoded(decodeText(content, label), label);
  const lines = decoded.replaceAll("\r\n", "\n").replaceAll("\r", "\n");
  const text = endsWithSmtp(part) ? lines.replace(/\n$/, "") : lines;
  const { contentType } = part;
  const isFlowed =
    role === "text" && getParameter(contentType, "format")?.octets.toLowerCase() === "flowed";
  if (!isFlowed) return text;
  return unflow(text, getParameter(contentType, "delsp")?.octets.toLowerCase() === "yes");
}

/** The last break of a message is SMTP's (RFC 5321 §4.1.1.4), unless base64 hides the content's own. */
function endsWithSmtp(part: MimePart): boolean {
  return !part.parent && !encodingOf(part).startsWith("b");
}

function labelOf(part: MimePart, role: "text" | "html", content: Uint8Array): string | undefined {
  const label = getParameter(part.contentType, "charset")?.octets;
  if (role === "text" || toCharsetName(label) !== "none") return label;
  const beginning = toOctetString(content, 0, prescanBytes);
  const found = (metaCharset.exec(beginning) ?? xmlEncoding.exec(beginning))?.[1];
  // What could be read as ASCII is not UTF-16 (WHATWG HTML, "prescan a byte stream").
  return found && /^utf-?(16|32)/i.test(found) ? "utf-8" : (found ?? label);
}
