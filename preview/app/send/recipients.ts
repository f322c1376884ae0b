/** Most lists of recipients that are remembered. */
const mostRecent = 5;

/** Reads what was typed into the recipient field: addresses, split by commas or semicolons. */
export function parseRecipients(typed: string): string[] {
  // A comma between quotes is part of a name.
  const addresses = typed.match(/(?:"[^"]*"|[^,;\n])+/g) ?? [];
  return [...new Set(addresses.map((address) => address.trim()).filter(Boolean))];
}

/** Reads the lists that were sent to before, the last one first. */
export function readRecent(stored: string | null): readonly string[] {
  try {
    const list: unknown = JSON.parse(stored ?? "[]");
    return Array.isArray(list) ? list.filter((one) => typeof one === "string") : [];
  } catch {
    return [];
  }
}

/** Puts a list to the front of those that were sent to before. */
export function addRecent(recent: readonly string[], to: readonly string[]): readonly string[] {
  const typed = to.join(", ");
  return [typed, ...recent.filter((one) => one !== typed)].slice(0, mostRecent);
}
