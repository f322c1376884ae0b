import type { Finding } from "../../../src/check/finding.ts";
import { splitDeclarations } from "../../../src/template/css/split-declarations.ts";
import { tokenize } from "../../../src/template/html/tokenize.ts";

/** The attributes that the fix of a rule may change; of a style only the declarations that it names. */
const fixed: Readonly<Record<string, readonly string[]>> = {
  contrast: ["style:color"],
  "image-address": ["src"],
  "image-alt": ["alt"],
  "image-dimensions": ["width", "height"],
  "insecure-image": ["src"],
  "insecure-link": ["href"],
  "layout-table-role": ["role"],
  "link-address": ["href"],
  viewport: ["content"],
};

/** HTML by email and variant. */
export type Rendered = ReadonlyMap<string, string>;

/**
 * What fixes changed in the renders beside what they are for, a line each: no text, no element, and
 * no attribute but those that the rule is about.
 */
export function whatChanged(
  findings: readonly Finding[],
  before: Rendered,
  after: Rendered,
): readonly string[] {
  const untouched = new Set(findings.flatMap(({ where }) => where.emails));
  const wrong = [...before].flatMap(([state, html]) => {
    const own = findings.filter(({ where }) =>
      where.emails.some((id) => state.startsWith(`${id} `)),
    );
    const allowed = own.flatMap(({ rule }) => fixed[rule] ?? []);
    const changed = differences(tokens(html), tokens(after.get(state) ?? ""));
    if (changed.length > 0)
      for (const id of own.flatMap(({ where }) => where.emails)) untouched.delete(id);
    return changed
      .filter((name) => !allowed.includes(name))
      .map((name) => `${state}: ${own.map(({ rule }) => rule)}: ${name} has changed`);
  });
  return [...wrong, ...[...untouched].map((id) => `${id}: nothing has changed`)];
}

/** Tags, texts and comments. */
const tokens = (html: string) => tokenize(html).map(({ raw }) => raw);

/** Names of what differs: attributes, `style:color` for a declaration, or what is no attribute. */
function differences(one: readonly string[], other: readonly string[]): readonly string[] {
  if (one.length !== other.length)
    return [`the number of elements and texts (${one.length}, ${other.length})`];
  return [...new Set(one.flatMap((token, index) => differenceOf(token, other[index] ?? "")))];
}

function differenceOf(one: string, other: string): readonly string[] {
  if (one === other) return [];
  const [before, after] = [attributesOf(one), attributesOf(other)];
  if (!before || !after || before.get("") !== after.get("")) return [`${one} to ${other}`];
  const names = new Set([...before.keys(), ...after.keys()]);
  return [...names].filter((name) => before.get(name) !== after.get(name));
}

/** The attributes of a tag, its name as that of `""`, the declarations of its style each by itself. */
function attributesOf(tag: string): ReadonlyMap<string, string> | undefined {
  const [, name, rest = ""] = /^<(\w+)([^>]*)>$/.exec(tag) ?? [];
  if (name === undefined) return undefined;
  const attributes = new Map([["", name]]);
  for (const [, attribute = "", value = ""] of rest.matchAll(/([\w:-]+)(?:="([^"]*)")?/g)) {
    if (attribute !== "style") attributes.set(attribute, value);
    else
      for (const declaration of splitDeclarations(value)) {
        const [property = "", ...words] = declaration.split(":");
        attributes.set(`style:${property.trim()}`, words.join(":").trim());
      }
  }
  return attributes;
}
