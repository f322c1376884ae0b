import type { ReadValue } from "./list-uris.ts";

/** RFC 2919 §2 `list-label "." list-id-namespace`. */
const listId = /^[\w!#$%&'*+/=?^`{|}~-]+(?:\.[\w!#$%&'*+/=?^`{|}~-]+)+$/;

/** RFC 5322 §3.2.3: words that need no quotes. */
const atoms = /^[\w!#$%&'*+/=?^`{|}~-]+(?: +[\w!#$%&'*+/=?^`{|}~-]+)*$/;

/** Reads `Name <news.shop.example>` or the id alone, and writes it with brackets and quotes. @see RFC 2919 §3 */
export function readListId(text: string): ReadValue {
  const [, phrase = "", inBrackets] = /^([^<>]*)<([^<>]*)>$/.exec(text) ?? [];
  const id = (inBrackets ?? text).trim();
  if (!listId.test(id) || id.length > 255) {
    return {
      problem: "is no list's id; write news.shop.example, or Name <news.shop.example>",
    };
  }
  const name = /^"(?:[^"\\]|\\.)*"$/.test(phrase.trim())
    ? phrase.trim().slice(1, -1).replace(/\\(.)/g, "$1")
    : phrase.trim();
  if (name === "") return { value: `<${id}>` };
  return {
    value: `${atoms.test(name) ? name : `"${name.replace(/["\\]/g, "\\$&")}"`} <${id}>`,
  };
}
