/** The first words of an email, by whether a reader of the email sees them. */
export interface FirstWords {
  /** Of what is hidden before the body begins: the preheader. */
  readonly hidden: string;
  /** Of the body. */
  readonly body: string;
}

/** What an inbox shows behind the subject, and what it is made of. */
export interface Snippet {
  /** As far as an inbox would show, with what takes no room taken out. */
  readonly text: string;
  /** The words that were written for the inbox. */
  readonly preheader: string;
  /** Characters behind them that show nothing: they keep the body out of the line. */
  readonly padding: number;
  /** The body's first words, which follow unless the padding is long enough. */
  readonly body: string;
}

/** More than any inbox shows, characters. */
const longest = 200;

/** What shows nothing: joiners, marks, soft hyphens, and the blanks between them. */
const invisible = /\u034f|[\u00ad\u061c\u180e\u200b-\u200f\u2060-\u2064\ufeff]/;

/** Tells the words written for the inbox, their padding and the body apart. */
export function readSnippet({ hidden, body }: FirstWords): Snippet {
  const characters = [...hidden];
  const end = lastVisible(characters);
  const preheader = clean(characters.slice(0, end).join(""));
  const padding = characters.slice(end).filter((one) => invisible.test(one) || one === "\u00a0");
  const bodyWords = clean(body);
  // Each padding character counts as one, though it shows nothing.
  const room = longest - preheader.length - padding.length;
  const text =
    room > 0 ? [preheader, bodyWords.slice(0, room)].filter(Boolean).join(" ") : preheader;
  return { text: text.trim(), preheader, padding: padding.length, body: bodyWords };
}

/** Says in a line what stands behind the subject and why. */
export function describeSnippet({ preheader, padding, body, text }: Snippet): string {
  if (!preheader) {
    return body ? "No preheader: inboxes show the first words of the body" : "No preheader";
  }
  const length = `Preheader of ${[...preheader].length} characters`;
  if (text === preheader) {
    return padding > 0 ? `${length}, then ${padding} invisible ones` : length;
  }
  if (padding > 0) return `${length}, ${padding} invisible ones, then the body`;
  return `${length} without padding: the body follows`;
}

function lastVisible(characters: readonly string[]): number {
  for (let at = characters.length; at > 0; at -= 1) {
    const one = characters[at - 1] ?? "";
    if (!invisible.test(one) && /\S/.test(one)) return at;
  }
  return 0;
}

function clean(text: string): string {
  return text.replace(new RegExp(invisible, "g"), "").replace(/\s+/g, " ").trim();
}
