/** Reads what was typed into the recipient field: addresses, split by commas or semicolons. */
export function parseRecipients(typed: string): string[] {
  const addresses = typed.split(/[,;\n]+/).map((address) => address.trim());
  return [...new Set(addresses.filter(Boolean))];
}
