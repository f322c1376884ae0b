import type { FoundEmail } from "./find-emails.ts";

/**
 * What a module specifier or a file system takes for something else: `%` is a URL's, the others are
 * forbidden on Windows.
 */
const unsafe = /[%\\:*"<>|\p{Cc}]/gu;

/**
 * The name of the module that each email is built into, without its ending, by the email's id: the
 * id itself, or where a file of that name could not be imported, the nearest name that can.
 */
export function nameOutputs(emails: readonly FoundEmail[]): ReadonlyMap<string, string> {
  const names = new Map<string, string>();
  const isUnsafe = ({ id }: FoundEmail) => id.search(unsafe) >= 0;
  for (const { id } of emails.filter((email) => !isUnsafe(email))) names.set(id, id);
  const taken = new Set(names.values());
  for (const { id } of emails.filter(isUnsafe)) {
    const plain = id.replace(unsafe, "_");
    let name = plain;
    for (let number = 2; taken.has(name); number += 1) name = `${plain}-${number}`;
    taken.add(name);
    names.set(id, name);
  }
  return names;
}
