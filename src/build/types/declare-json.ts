/** Declares what a JSON file holds, as an import of it would give. */
export function declareJson(text: string): string {
  return `declare const data: ${typeOf(JSON.parse(text))};\nexport default data;\n`;
}

function typeOf(value: unknown): string {
  if (value === null) return "null";
  if (Array.isArray(value)) {
    const items = [...new Set(value.map(typeOf))];
    return `(${items.length > 0 ? items.join(" | ") : "never"})[]`;
  }
  if (typeof value !== "object") return typeof value;
  const fields = Object.entries(value).map(
    ([key, item]) => `${JSON.stringify(key)}: ${typeOf(item)}`,
  );
  return `{ ${fields.join("; ")} }`;
}
