import {
  attributeOf,
  findAllIn,
  findIn,
  ownStyleOf,
  rootOf,
  setAttribute,
  styleSheetsOf,
  viewOf,
} from "./email-dom.ts";

/** What an email is told that its reader prefers. */
export type ColourScheme = "light" | "dark";

const always = "(min-width: 0px)";
const never = "(max-width: -1px)";

/** Conditions as the author wrote them, by what holds them. */
const originals = new WeakMap<object, string>();

/** Rewrites every condition on the colour scheme so that it answers `theme`. */
export function forceScheme(document: Document, theme: ColourScheme): void {
  forEachCondition(document, (holder) => {
    const original = originals.get(holder.key) ?? holder.read();
    const forced = rewriteCondition(original, theme);
    if (forced === original) return;
    originals.set(holder.key, original);
    holder.write(forced);
  });
  // Decides the ground and the form controls of an email that says it knows both.
  const style = rootStyleOf(document);
  style?.removeProperty("color-scheme");
  if (declaresDark(document)) style?.setProperty("color-scheme", theme, "important");
}

/** Gives the author's conditions back. */
export function releaseScheme(document: Document): void {
  forEachCondition(document, (holder) => {
    const original = originals.get(holder.key);
    if (original === undefined) return;
    originals.delete(holder.key);
    holder.write(original);
    rootStyleOf(document)?.removeProperty("color-scheme");
  });
}

/** A condition with what it says of the colour scheme decided. */
export function rewriteCondition(condition: string, theme: ColourScheme): string {
  return condition
    .replace(/\(\s*prefers-color-scheme\s*:\s*(light|dark)\s*\)/gi, (_, asked: string) =>
      asked.toLowerCase() === theme ? always : never,
    )
    .replace(/\(\s*prefers-color-scheme\s*\)/gi, always);
}

interface ConditionHolder {
  /** The rule or the element, for remembering. */
  readonly key: object;
  read(): string;
  write(condition: string): void;
}

function forEachCondition(document: Document, visit: (holder: ConditionHolder) => void): void {
  for (const element of findAllIn(document, "style[media], link[media], source[media]")) {
    visit({
      key: element,
      read: () => attributeOf(element, "media") ?? "",
      write: (condition) => setAttribute(element, "media", condition),
    });
  }
  for (const sheet of styleSheetsOf(document)) forEachRule(readRules(sheet), visit);
}

function forEachRule(rules: Iterable<CSSRule>, visit: (holder: ConditionHolder) => void): void {
  for (const rule of rules) {
    // By shape and not by class: the frame's classes are not this window's.
    if ("media" in rule) visit(mediaHolder(rule, rule.media as MediaList));
    if ("cssRules" in rule) forEachRule(rule.cssRules as CSSRuleList, visit);
  }
}

function mediaHolder(key: object, media: MediaList): ConditionHolder {
  return {
    key,
    read: () => media.mediaText,
    write: (condition) => {
      media.mediaText = condition;
    },
  };
}

/** The rules of a sheet; none when it came from another origin and may not be read. */
function readRules(sheet: CSSStyleSheet): Iterable<CSSRule> {
  try {
    return sheet.cssRules;
  } catch {
    return [];
  }
}

function rootStyleOf(document: Document): CSSStyleDeclaration | null {
  const root = rootOf(document);
  return root && ownStyleOf(root);
}

function declaresDark(document: Document): boolean {
  const meta = findIn(document, 'meta[name="color-scheme" i]');
  const content = meta && attributeOf(meta, "content");
  const root = rootOf(document);
  const style = root && viewOf(document)?.getComputedStyle(root).colorScheme;
  return /\bdark\b/i.test(`${content ?? ""} ${style ?? ""}`);
}
