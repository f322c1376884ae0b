import { namePath, type PlaceholderNode, type PropPath } from "./node.ts";

/** The template languages that placeholders are written in. */
export const placeholderSyntaxes = ["postmark", "handlebars", "mustache"] as const;

/** A template language: Postmark's Mustachio, Handlebars or Mustache. */
export type PlaceholderSyntax = (typeof placeholderSyntaxes)[number];

/**
 * Props that Mustache would not find within a list: it looks for a name in the item first, and has no
 * way to say that the one around is meant.
 *
 * @returns a sentence for each
 */
export function findHidden(nodes: readonly PlaceholderNode[], props: object): readonly string[] {
  function visit(body: readonly PlaceholderNode[], lists: readonly PropPath[]): string[] {
    return body.flatMap((node) => {
      if (node.kind === "list") return visit(node.body, [node.path, ...lists]);
      if (node.kind === "text") return [];
      const depth = lists.findIndex((list) => list.every((key, at) => key === node.path[at]));
      const inner = depth < 0 ? lists : lists.slice(0, depth);
      const [first = ""] = node.path.slice(lists[depth]?.length ?? 0);
      const hiding = inner.find((list) => Object.hasOwn(itemOf(props, list), first));
      if (!hiding) return [];
      const [one, other] = [namePath(node.path), namePath([...hiding, 0, first])];
      return [`${one}: within ${namePath(hiding)}, Mustache takes it for ${other}; rename one`];
    });
  }
  return visit(nodes, []);
}

/** The first item of a list. */
function itemOf(props: object, path: PropPath): object {
  const item = path.reduce<unknown>((at, key) => {
    const own: unknown = Array.isArray(at) ? at[0] : at;
    return typeof own === "object" && own !== null ? Reflect.get(own, key) : undefined;
  }, props);
  const first: unknown = Array.isArray(item) ? item[0] : undefined;
  return typeof first === "object" && first !== null ? first : {};
}

/**
 * Writes nodes in a template language.
 *
 * @param isHtml whether values are escaped as HTML
 * @see https://postmarkapp.com/support/article/1077-template-syntax
 * @see https://handlebarsjs.com/guide/
 * @see https://mustache.github.io/mustache.5.html
 */
export function writeSyntax(
  nodes: readonly PlaceholderNode[],
  syntax: PlaceholderSyntax,
  isHtml: boolean,
): string {
  const hasEach = syntax !== "mustache";
  const item = syntax === "handlebars" ? "this" : ".";
  const [open, close] = isHtml ? ["{{", "}}"] : ["{{{", "}}}"];

  function name(path: PropPath, lists: readonly PropPath[]): string {
    const depth = lists.findIndex((list) => list.every((key, at) => key === path[at]));
    const scope = depth < 0 ? [] : (lists[depth] ?? []);
    const own = path.slice(scope.length).join(".") || item;
    // Mustache looks for a name in the scopes around by itself.
    if (!hasEach) return own;
    return "../".repeat(depth < 0 ? lists.length : depth) + own;
  }

  function write(body: readonly PlaceholderNode[], lists: readonly PropPath[]): string {
    return body
      .map((node) => {
        if (node.kind === "text") return node.text;
        const named = name(node.path, lists);
        if (node.kind === "value") return `${open}${named}${close}`;
        const inner = write(node.body, [node.path, ...lists]);
        return hasEach
          ? `{{#each ${named}}}${inner}{{/each}}`
          : `{{#${named}}}${inner}{{/${named}}}`;
      })
      .join("");
  }
  const written = write(nodes, []);
  return syntax === "postmark" ? written : written.replace(aloneOnLine, "$&\n");
}

/**
 * A tag of a block that stands alone on its line, or ends the text there. Mustache and Handlebars drop
 * such a line whole, its end too, so that it needs one more.
 */
const aloneOnLine = /^[ \t]*\{\{[#/][^}]+\}\}[ \t]*(?:\n|$)/gm;
