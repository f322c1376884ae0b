import { readEmail } from "../check/document/checked-email.ts";
import type { CheckMemory } from "../check/document/memory.ts";
import type { RenderedEmail } from "./rendered-email.ts";
import { readView, type ViewName } from "./view/read-view.ts";
import type { ViewItem } from "./view/view-item.ts";
import { splitWords, type Word } from "./words/word.ts";

/** What readers meet of an email. */
export interface Reading {
  readonly subject: readonly Word[];
  readonly preheader: readonly Word[];
  readonly from: readonly Word[];
  /** Lines of the text part. */
  readonly text: readonly (readonly Word[])[];
  /** What says how the document is to be read: its title, language and direction. */
  readonly document: Readonly<Record<string, string>>;
  readonly views: Readonly<Record<ViewName, readonly ViewItem[]>>;
}

/** Reads an email as its readers do. */
export function readRendered(email: RenderedEmail, memory?: CheckMemory): Reading {
  const read = readEmail({ subject: email.subject, html: email.html, text: email.text }, memory);
  const root = read.elements.find(({ name }) => name === "html");
  const title = read.elements.find(({ name }) => name === "title");
  const said = {
    title: title?.children.join("").trim(),
    lang: root?.attributes.get("lang"),
    dir: root?.attributes.get("dir"),
  };
  return {
    subject: splitWords(email.subject),
    preheader: splitWords(email.preheader),
    from: splitWords(email.from),
    text: email.text.split("\n").map(splitWords),
    document: Object.fromEntries(
      Object.entries(said).flatMap(([key, value]) => (value === undefined ? [] : [[key, value]])),
    ),
    views: {
      light: withPrints(readView(read, "light"), email),
      dark: withPrints(readView(read, "dark"), email),
      phone: withPrints(readView(read, "phone"), email),
    },
  };
}

function withPrints(items: readonly ViewItem[], { pictures }: RenderedEmail): readonly ViewItem[] {
  if (!pictures) return items;
  return items.map((item) => {
    const print = item.kind === "image" ? pictures[item.src]?.print : undefined;
    return print === undefined ? item : { ...item, print };
  });
}
