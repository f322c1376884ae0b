import { extractPreheader } from "../../template/extract-preheader.ts";
import type { Token } from "../../template/html/token.ts";
import { tokenize } from "../../template/html/tokenize.ts";
import type { EmailToCheck } from "../email-to-check.ts";
import { type Cascade, createCascade, createInlineReader } from "./cascade.ts";
import type { EmailElement } from "./element.ts";
import { type Viewing, wide } from "./media.ts";
import { type CheckMemory, createMemory } from "./memory.ts";
import { readElements } from "./read-elements.ts";
import { type Declaration, readStyleSheet, type StyleSheet } from "./read-style-sheet.ts";
import { hidesItself, type ShownStyle, showAll } from "./shown-style.ts";

/** An email with all that rules ask for worked out once. */
export interface CheckedEmail extends EmailToCheck {
  readonly doctype: string | undefined;
  /** All elements in their order. */
  readonly elements: readonly EmailElement[];
  /** Those of the body that a reader of the HTML meets. */
  readonly shown: readonly EmailElement[];
  readonly body: EmailElement | undefined;
  readonly html: string;
  /** The same as it is written. */
  readonly tokens: readonly Token[];
  /** Octets of the HTML. */
  readonly htmlBytes: number;
  /** What an inbox shows behind the subject. */
  readonly preheader: string;
  /** In order, those that cannot be parsed too. */
  readonly sheets: readonly { readonly element: EmailElement; readonly sheet: StyleSheet }[];
  /** What a reader sees: a shown element's text without what is hidden in it, spaces collapsed. */
  readonly textOf: (element: EmailElement) => string;
  /** Words that stand directly in an element. */
  readonly ownText: (element: EmailElement) => string;
  readonly isShown: (element: EmailElement) => boolean;
  readonly inline: (element: EmailElement) => readonly Declaration[];
  /** What applies on a wide screen, light. */
  readonly cascade: Cascade;
  /** What is seen on a wide screen, light. */
  readonly styleOf: (element: EmailElement) => ShownStyle;
  readonly cascadeFor: (viewing: Viewing) => Cascade;
}

/** Reads an email once for all rules. */
export function readEmail(email: EmailToCheck, memory: CheckMemory = createMemory()): CheckedEmail {
  const { elements, doctype } = readElements(email.html);
  const sheets = elements
    .filter(({ name }) => name === "style")
    .map((element) => {
      const css = element.children.join("");
      const sheet = memory.sheets.get(css) ?? readStyleSheet(css);
      memory.sheets.set(css, sheet);
      return { element, sheet };
    });
  const inline = createInlineReader(memory);
  const attributes = new Set<string>();
  for (const one of elements) for (const name of one.attributes.keys()) attributes.add(name);
  const shapeKeys = elements.map(
    ({ name, attributes: own }) => `${name}|${own.get("id")}|${own.get("class")}`,
  );
  const shapeKeyOf = ({ index }: EmailElement) => shapeKeys[index] as string;
  const ownSheets = sheets.map(({ sheet }) => sheet);
  const sourcesKey = `${ownSheets.map(memory.numberOf)} ${[...attributes].sort()}`;
  const cascadeFor = (viewing: Viewing) =>
    createCascade(
      { sheets: ownSheets, attributes, inline, shapeKeyOf, memory, sourcesKey },
      viewing,
    );
  const cascade = cascadeFor({ scheme: "light", width: wide });
  const body = elements.find(({ name }) => name === "body");
  const hidden = findHidden(elements, cascade);
  const isShown = ({ index }: EmailElement) => !hidden[index];
  let styles: readonly ShownStyle[] | undefined;
  const texts = new Map<EmailElement, string>();
  const ownTexts: string[] = [];
  const textOf = (element: EmailElement): string => {
    const ready = texts.get(element);
    if (ready !== undefined) return ready;
    const text = collapse(readText(element, isShown));
    texts.set(element, text);
    return text;
  };
  const tokens = tokenize(email.html);
  return {
    ...email,
    tokens,
    ...{ doctype, elements, body, sheets, textOf, isShown, inline, cascade, cascadeFor },
    shown: elements.filter((element) => element !== body && isShown(element)),
    htmlBytes: Buffer.byteLength(email.html),
    preheader: extractPreheader(email.html, tokens),
    ownText: ({ index, children }) => {
      ownTexts[index] ??= collapse(children.filter((child) => typeof child === "string").join(" "));
      return ownTexts[index];
    },
    styleOf: ({ index }) => {
      styles ??= showAll(elements, cascade);
      return styles[index] as ShownStyle;
    },
  };
}

const neverShown = new Set(
  "head title style script template meta link xml noembed noframes datalist".split(" "),
);

function findHidden(elements: readonly EmailElement[], cascade: Cascade): readonly boolean[] {
  const hidden: boolean[] = [];
  for (const element of elements) {
    const around = element.parent ? hidden[element.parent.index] : false;
    hidden.push(
      around || neverShown.has(element.name) || hidesItself(element, cascade.own(element)),
    );
  }
  return hidden;
}

const blocks =
  /^(?:address|article|aside|blockquote|br|center|dd|div|dl|dt|footer|h[1-6]|header|hr|li|main|nav|ol|p|pre|section|table|tbody|td|th|tr|ul)$/;

function readText(element: EmailElement, isShown: (element: EmailElement) => boolean): string {
  let text = "";
  for (const child of element.children) {
    if (typeof child === "string") text += child;
    else if (isShown(child)) {
      const inner = readText(child, isShown);
      text += blocks.test(child.name) ? ` ${inner} ` : inner;
    }
  }
  return text;
}

const invisible = /\u034f|[\u00ad\u061c\u180e\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]/g;

/** Words with single spaces between them: most texts are so already. */
const plain = /^[!-~]*(?: [!-~]+)*$/;

/** Spaces as a browser shows them, without characters that no one sees. */
export function collapse(text: string): string {
  if (plain.test(text)) return text;
  return text
    .replace(invisible, "")
    .replace(/[\s\u00a0]+/g, " ")
    .trim();
}
