import type { ReadValue } from "./list-uris.ts";
import { parseMessageId } from "./message-id.ts";

/** One id, in brackets or bare; lists are written with spaces, and by some with commas. */
const token = /[\s,]*(?:<([^<>]*)>|([^\s<>,]+))[\s,]*/y;

/**
 * Reads a header of Message-IDs, and puts those into brackets that databases and APIs give bare: an
 * id without them threads nowhere. What stands in brackets is another program's id and kept as it is,
 * for it has to match that message to the letter.
 *
 * @see RFC 5322 §3.6.4
 */
export function readIds(text: string): ReadValue {
  const ids: string[] = [];
  const pattern = new RegExp(token);
  while (pattern.lastIndex < text.length) {
    const [, inBrackets, bare] = pattern.exec(text) ?? [];
    const id = inBrackets === undefined ? parseMessageId(bare) : keep(inBrackets.trim());
    if (id === undefined) {
      return {
        problem:
          "holds something that is no Message-ID; write <unique-part@example.com>, several with spaces between",
      };
    }
    ids.push(id);
  }
  return { value: ids.join(" ") };
}

function keep(id: string): string | undefined {
  return /^[!-~]+$/.test(id) ? `<${id}>` : undefined;
}
