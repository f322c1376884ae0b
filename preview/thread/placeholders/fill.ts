import type { PlaceholderNode, PropPath } from "./node.ts";

/**
 * Fills placeholders in as a template engine would, without its escaping, to compare with what the
 * email itself writes.
 */
export function fill(nodes: readonly PlaceholderNode[], props: object): string {
  function write(body: readonly PlaceholderNode[], scopes: readonly Scope[]): string {
    return body
      .map((node) => {
        if (node.kind === "text") return node.text;
        const value = read(node.path, scopes);
        if (node.kind === "value") return String(value ?? "");
        const items: readonly unknown[] = Array.isArray(value) ? value : [];
        return items
          .map((item) => write(node.body, [{ path: node.path, value: item }, ...scopes]))
          .join("");
      })
      .join("");
  }
  return write(nodes, [{ path: [], value: props }]);
}

/** The props, or an item of a list, and where it stands. */
interface Scope {
  readonly path: PropPath;
  readonly value: unknown;
}

function read(path: PropPath, scopes: readonly Scope[]): unknown {
  const scope = scopes.find(({ path: own }) => own.every((key, at) => key === path[at]));
  return path
    .slice(scope?.path.length)
    .reduce<unknown>(
      (value, key) =>
        typeof value === "object" && value !== null ? Reflect.get(value, key) : undefined,
      scope?.value,
    );
}
