/** A value that JSON cannot express, in words: `a React element <Icon>`, `a function format`. */
export function describeValue(value: unknown): string {
  if (value === undefined) return "undefined";
  if (typeof value === "function") return named("a function", value.name);
  if (typeof value !== "object" || value === null) return String(value);
  if ("$$typeof" in value) return `a React element <${nameOfType(value)}>`;
  if (Object.prototype.toString.call(value) === "[object Date]") return "an invalid date";
  if (value instanceof Map || value instanceof Set) {
    return `a ${value.constructor.name} of ${value.size}`;
  }
  const { name = "" } = (value.constructor ?? {}) as { name?: string };
  return name === "" || name === "Object" || name === "Array"
    ? "an object that contains itself"
    : named("an object of class", name);
}

function named(kind: string, name: string): string {
  return name === "" ? kind : `${kind} ${name}`;
}

function nameOfType(element: object): string {
  const { type } = element as { type?: unknown };
  if (typeof type === "string") return type;
  const { displayName, name } = (type ?? {}) as { displayName?: string; name?: string };
  return displayName || name || "Anonymous";
}
