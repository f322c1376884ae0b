/** Longest text that is looked through for addresses, in characters: fifty recipients and their names. */
const longest = 20_000;

/** A quoted string, an address in brackets, a separator, or anything else. */
const piece = /"(?:[^"\\]|\\.){0,256}"|<[^<>]*>|[,;]|[^",;<>]+|["<>]/gu;

/**
 * The addresses in a field, each alone and as it was written: usually one, several where a fault
 * concerns a whole message. A name before an address is left out.
 */
export function readRecipients(value: unknown): readonly string[] {
  if (typeof value !== "string" || value.length > longest) return [];
  const found = new Map<string, string>();
  let words = "";
  let bracketed: string | undefined;
  const end = () => {
    const address = (bracketed ?? words).trim();
    const key = address.toLowerCase();
    if (address.includes("@") && !found.has(key)) found.set(key, address);
    words = "";
    bracketed = undefined;
  };
  for (const [text] of value.matchAll(piece)) {
    if (text === "," || text === ";") end();
    else if (text.startsWith("<") && text.endsWith(">")) bracketed = text.slice(1, -1);
    else words += text;
  }
  end();
  return [...found.values()];
}
