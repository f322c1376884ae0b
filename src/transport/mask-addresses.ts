/** What stands in a message of ours where the server named a mailbox. */
const mask = "…";

/**
 * A mailbox in whatever form a server repeats it: plain, in angle brackets, its local part in quotes,
 * in another script, or percent-encoded inside a link.
 */
const mailbox =
  /(?:"(?:[^"\\]|\\.){1,128}"|[^\s<>()[\]",;:@]{1,256})(?:@|%40)(?:\[[^\]\s]{1,128}\]|[^\s<>()[\]",;:@]{1,256})/giu;

/**
 * A server's words without the addresses in them, for an error's message: that ends up in logs, and
 * whom a mail was for does not belong there. The reply as it came stands in `response`.
 */
export function maskAddresses(text: string): string {
  return /@|%40/.test(text) ? text.replace(mailbox, mask) : text;
}
