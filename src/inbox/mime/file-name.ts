import type { HeaderDecoder } from "./decode-words.ts";
import { getParameter } from "./get-parameter.ts";
import type { MimePart } from "./mime-part.ts";

/**
 * The name that a part gives to its file: `filename` of Content-Disposition, else `name` of
 * Content-Type, in whatever encoding. `undefined` where it has none, or an empty one.
 */
export function fileNameOf(part: MimePart, decoder: HeaderDecoder): string | undefined {
  const { disposition, contentType } = part;
  const found = [
    getParameter(disposition, "filename"),
    getParameter(contentType, "name"),
    getParameter(disposition, "name"),
    getParameter(contentType, "filename"),
  ].find((parameter) => parameter && parameter.octets.trim() !== "");
  if (!found) return undefined;
  const { octets, charset, isExtended } = found;
  // Clients put encoded words into quotes, where RFC 2047 §5 has none; readers decode them.
  const name =
    isExtended || charset !== undefined
      ? decoder.decodeOctets(octets, charset)
      : decoder.decodeWords(octets);
  return name.replace(/[\r\n\0]+/g, "").trim() || undefined;
}
