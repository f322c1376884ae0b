/** An element of an email, as a browser parses it. */
export interface EmailElement {
  /** Lower case. */
  readonly name: string;
  /** Position among all elements, from 0. */
  readonly index: number;
  readonly attributes: ReadonlyMap<string, string>;
  readonly parent: EmailElement | undefined;
  /** Elements, and text with its character references resolved. */
  readonly children: readonly EmailNode[];
}

/** What stands in an element. */
export type EmailNode = EmailElement | string;

/** An attribute; undefined when the element does not have it. */
export function attribute(element: EmailElement, name: string): string | undefined {
  return element.attributes.get(name);
}

/** The elements that stand directly in one. */
export function childElements({ children }: EmailElement): readonly EmailElement[] {
  return children.filter((child) => typeof child !== "string");
}

/** The nearest element around one that has one of some names; undefined where there is none. */
export function closest(
  element: EmailElement,
  ...names: readonly string[]
): EmailElement | undefined {
  for (let at: EmailElement | undefined = element; at; at = at.parent) {
    if (names.includes(at.name)) return at;
  }
  return undefined;
}

/** Every element below one, in order. */
export function descendants(element: EmailElement): readonly EmailElement[] {
  const found: EmailElement[] = [];
  const add = ({ children }: EmailElement) => {
    for (const child of children) {
      if (typeof child === "string") continue;
      found.push(child);
      add(child);
    }
  };
  add(element);
  return found;
}

const longestTag = 160;

/** The open tag of an element, cut to a readable length. */
export function openTag({ name, attributes }: EmailElement): string {
  const written = [...attributes].map(([key, value]) => ` ${key}="${value}"`).join("");
  const tag = `<${name}${written}>`;
  return tag.length > longestTag ? `${tag.slice(0, longestTag)}…` : tag;
}
