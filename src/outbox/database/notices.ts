/** What is said when a share was given back or is wanted. */
export const sharesPayload = "shares";

/** What goes before the name of a sender of which something is due. */
const duePrefix = "due ";

/** The name that workers listen to, as an SQL string. @param schema its quoted name */
export function notifyChannel(schema: string): string {
  return `'letterpress_${schema.replaceAll('"', "").replaceAll("'", "''")}'`;
}

/** The sender of which a notice says that something is due; `undefined`: it may be any. */
export function senderOfNotice(payload: string): string | undefined {
  return payload.startsWith(duePrefix) ? payload.slice(duePrefix.length) : undefined;
}
