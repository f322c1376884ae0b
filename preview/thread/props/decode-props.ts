import { isRecord, type Json, type JsonRecord, markOf } from "../../protocol/props/json.ts";
import type { EncodedProps } from "./encode-props.ts";

/**
 * Makes props of JSON with marks. What is unchanged since {@link EncodedProps} was made is the very
 * value that it was made of.
 *
 * @throws {SyntaxError} when a mark has no meaning
 */
export function decodeProps(edited: Json, encoded: EncodedProps): object {
  function decode(value: Json): unknown {
    if (typeof value !== "object" || value === null) return value;
    const original = encoded.originals.get(value);
    if (original) return original;
    if (Array.isArray(value)) return value.map(decode);
    const mark = markOf(value);
    if (mark !== undefined) return decodeMark(mark, (value as JsonRecord)[mark]);
    return Object.fromEntries(
      Object.entries(value).map(([name, part]) => [
        name.startsWith("$$") ? name.slice(1) : name,
        decode(part),
      ]),
    );
  }

  function decodeMark(mark: string, content: Json | undefined): unknown {
    if (mark === "$date" && typeof content === "string") return new Date(content);
    if (mark === "$keep" && typeof content === "string") return encoded.kept.get(content);
    if (mark === "$null") return null;
    if (mark === "$bigint" && typeof content === "string" && /^-?\d+$/.test(content)) {
      return BigInt(content);
    }
    throw new SyntaxError(
      `Cannot read the edits: ${JSON.stringify({ [mark]: content })} has no meaning; a name that begins with $ is written with a second one`,
    );
  }

  if (!isRecord(edited)) throw new SyntaxError("Cannot read the edits: the props are no object");
  return decode(edited) as object;
}
