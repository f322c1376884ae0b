import type { AddressInput } from "../../../message/message.ts";

/** Name and address of the sender; undefined where it is not known. */
export function senderOf(
  from: AddressInput | undefined,
): { readonly name: string | undefined; readonly address: string } | undefined {
  if (from === undefined) return undefined;
  if (typeof from !== "string") return { name: from.name, address: from.address };
  const match = /^\s*(?:"?(.*?)"?\s*)<([^<>]+)>\s*$/s.exec(from);
  return match
    ? { name: match[1], address: match[2] ?? "" }
    : { name: undefined, address: from.trim() };
}
