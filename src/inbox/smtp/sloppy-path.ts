/** An address command as most clients mean it, whatever its grammar. */
export interface SloppyPath {
  readonly address: string;
  /** What follows the address: ESMTP parameters. */
  readonly parameters: string;
}

/** RFC 5321 §4.5.3.1.3 allows a path of 256 octets. */
const longestAddress = 254;

const command = /^\s*(MAIL\s+FROM|RCPT\s+TO)\s*:\s*(.*)$/is;
/** `<a@b>`, also behind a name: `Ada <a@b>`. */
const bracketed = /^[^<>]*<((?:"(?:[^"\\]|\\.)*"|[^<>"])*)>(.*)$/s;
/** `a@b`, up to the first space outside quotes. */
const bare = /^((?:"(?:[^"\\]|\\.)*"|[^\s<>"])+)(.*)$/s;

/**
 * Reads MAIL or RCPT as a sloppy client writes it: without brackets, with a space before them, with
 * a name, with a quoted local part or dots where RFC 5321 §4.1.2 has none.
 *
 * @param line the whole command
 * @returns `undefined` when there is no address in it that a mailbox could have
 */
export function readSloppyPath(line: string): SloppyPath | undefined {
  const written = command.exec(line)?.[2] ?? "";
  const [, found = "", parameters = ""] = bracketed.exec(written) ?? bare.exec(written) ?? [];
  const address = found.trim();
  if (address.length > longestAddress || hasUnsafe(address)) return undefined;
  const at = address.lastIndexOf("@");
  const domain = address.slice(at + 1);
  if (at < 1 || !/^(?:\[[\w.:]+\]|[^\s"<>()[\]\\,;:@.-][^\s"<>()[\]\\,;:@]*)$/.test(domain)) {
    return undefined;
  }
  return { address, parameters: parameters.trim() };
}

/** Whether MAIL or RCPT has exactly the form of RFC 5321 §4.1.1: no space after the colon, brackets. */
export function isStrictPath(line: string): boolean {
  return /^(?:MAIL FROM|RCPT TO):<[^<>]*>(?: |$)/i.test(line);
}

// Controls and what shows nothing could split a reply or forge a line of the log.
function hasUnsafe(address: string): boolean {
  return /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/u.test(address);
}
