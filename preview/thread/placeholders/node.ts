/** Where a value stands in the props: `["order", "lines", "name"]`. An item of a list has no step of its own. */
export type PropPath = readonly string[];

/** A piece of an email with places for values. */
export type PlaceholderNode =
  | { readonly kind: "text"; readonly text: string }
  | { readonly kind: "value"; readonly path: PropPath }
  | {
      readonly kind: "list";
      readonly path: PropPath;
      /** What stands there for each item. */
      readonly body: readonly PlaceholderNode[];
    };

/** `props.order.lines[].name`, as a message names it. */
export function namePath(path: readonly (string | number)[]): string {
  return path.reduce<string>(
    (name, step) => (typeof step === "number" ? `${name}[]` : `${name}.${step}`),
    "props",
  );
}
