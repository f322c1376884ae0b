import { toPortableName } from "../files/portable-name.ts";
import type { FoundEmail } from "./find-emails.ts";

/**
 * The name of the module that each email is built into, without its ending, by the email's id: the
 * id itself, or where a file of that name could not be imported, the nearest name that can.
 */
export function nameOutputs(emails: readonly FoundEmail[]): ReadonlyMap<string, string> {
  const names = new Map<string, string>();
  const isUnsafe = ({ id }: FoundEmail) => toSafe(id) !== id;
  for (const { id } of emails.filter((email) => !isUnsafe(email))) names.set(id, id);
  const taken = new Set(names.values());
  for (const { id } of emails.filter(isUnsafe)) {
    const plain = toSafe(id);
    let name = plain;
    for (let number = 2; taken.has(name); number += 1) name = `${plain}-${number}`;
    taken.add(name);
    names.set(id, name);
  }
  return names;
}

/** Each name as every file system takes it; `%` is a URL's, which a module specifier is. */
function toSafe(id: string): string {
  return id.split("/").map(toPortableName).join("/").replaceAll("%", "_");
}
