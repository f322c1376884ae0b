/**
 * What ends an address without belonging to it: punctuation, symbols and invisible marks beyond
 * ASCII. Addresses hold none of them but dashes, the middle dot and joiners.
 */
const foreignMark = String.raw`[[\p{P}\p{S}\p{Cf}]--[\p{ASCII}\u2010\u2011\u2013\u00b7\u200c\u200d]]`;

/** A web or mail address in running text, with what is punctuation of the sentence. */
const bareAddress = new RegExp(
  String.raw`\b(?:https?:\/\/|mailto:)(?:(?!${foreignMark})[^\s<>"])+`,
  "giv",
);

/** Scripts that put no space between words, so that a sentence goes on right behind an address. */
const unspaced =
  /[\p{sc=Han}\p{sc=Hira}\p{sc=Kana}\p{sc=Hang}\p{sc=Thai}\p{sc=Laoo}\p{sc=Khmr}\p{sc=Mymr}]+/gu;

/** The addresses in running text, each once, in their order. */
export function findAddresses(text: string): readonly string[] {
  return [...new Set(text.match(bareAddress)?.map(trimAddress))];
}

/** The text with others in the place of its addresses, each where it stands. */
export function replaceAddresses(text: string, replace: (address: string) => string): string {
  return text.replace(bareAddress, (found) => {
    const address = trimAddress(found);
    return replace(address) + found.slice(address.length);
  });
}

/** The text without the addresses in it. */
export function withoutAddresses(text: string): string {
  return text.replace(bareAddress, (found) => found.slice(trimAddress(found).length));
}

function trimAddress(found: string): string {
  return trimPunctuation(cutSentence(found));
}

/** "https://example.com/aをクリック" ends after "a"; "https://example.com/wiki/日本" is whole. */
function cutSentence(address: string): string {
  const [start = "", host = ""] = /^https?:\/\/([^/?#]*)/i.exec(address) ?? [];
  for (const { 0: run, index } of address.matchAll(unspaced)) {
    const isPart =
      index < start.length
        ? isDomainLabel(address, index, index + run.length)
        : // Right behind the domain, a sentence is likelier than a path.
          (index > start.length + 1 || /\P{ASCII}/u.test(host)) && isPathLetter(address, index);
    if (start === "" || !isPart) return address.slice(0, index);
  }
  return address;
}

/** A domain in its own letters begins with them, or has them behind a dot, and goes on. */
function isDomainLabel(address: string, index: number, end: number): boolean {
  return /[/.-]/.test(address.charAt(index - 1)) && end < address.length;
}

/** Letters of such a script begin a part of a path; they do not follow one of ASCII letters. */
function isPathLetter(address: string, index: number): boolean {
  return (
    !/[a-z\d]/i.test(address.charAt(index - 1)) ||
    /%[\da-f]{2}$/i.test(address.slice(index - 3, index))
  );
}

// "(see https://example.com/a(b).)" ends after "(b)".
function trimPunctuation(address: string): string {
  let end = address.length;
  let open = count(address, "(") - count(address, ")");
  for (; end > 0; end -= 1) {
    const last = address.charAt(end - 1);
    if (last === ")" && open < 0) open += 1;
    else if (!".,;:!?'*]".includes(last)) break;
  }
  return address.slice(0, end);
}

function count(text: string, character: string): number {
  return text.split(character).length - 1;
}
