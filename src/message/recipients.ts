import { formatAddress, parseAddress } from "./address.ts";
import type { IssueLog } from "./issue-log.ts";
import { maxFromLength, maxRecipients } from "./limits.ts";
import type { Address, AddressInput, AddressListInput } from "./message.ts";

/** Far above what can be sent: a longer list is not read at all. */
const maxListLength = 20 * maxRecipients;

/** Who a message goes to, each address once. */
export interface Recipients {
  readonly to: readonly Address[];
  readonly cc: readonly Address[];
  readonly bcc: readonly Address[];
  /** Those that were left out because they differ from another in case only. */
  readonly repeats: readonly Repeat[];
}

/** A recipient that another one is already, but for the case of its letters. */
export interface Repeat {
  /** Path of the field, such as `cc[0]`. */
  readonly field: string;
  /** Path of the one that is kept. */
  readonly of: string;
}

/** Reads one or several addresses; those that are wrong are reported and left out. */
export function checkAddressList(
  input: AddressListInput | undefined,
  field: string,
  log: IssueLog,
): readonly Address[] {
  if (input === undefined) return [];
  if (!isList(input)) {
    const address = checkAddress(input, field, log);
    return address ? [address] : [];
  }
  if (input.length > maxListLength) {
    log.report(field, `lists more than ${maxListLength} addresses; send in parts`);
    return [];
  }
  return input.flatMap((entry, index) => checkAddress(entry, `${field}[${index}]`, log) ?? []);
}

/** Reads one address; `undefined` after a report when it is wrong. */
function checkAddress(input: AddressInput, field: string, log: IssueLog): Address | undefined {
  const parsed = parseAddress(input);
  if (parsed.problem !== undefined) log.report(field, parsed.problem);
  return parsed.address;
}

/** Reads the sender. */
export function checkFrom(input: AddressInput | undefined, log: IssueLog): Address | undefined {
  if (input === undefined || input === "") {
    log.report("from", "is missing; name the sender on the call, the email or the sender");
    return undefined;
  }
  const from = checkAddress(input, "from", log);
  if (from && formatAddress(from).length > maxFromLength) {
    log.report(
      "from",
      `is longer than ${maxFromLength} characters with its name; shorten the name`,
    );
  }
  return from;
}

/**
 * Reads To, Cc and Bcc. An address that stands in them more than once is kept where it stands
 * first, To before Cc before Bcc: its owner gets one copy either way. So is one that differs in the
 * case of its letters only, which the local part may but no mailbox does (RFC 5321 §2.4); that is
 * told in `repeats`, for it may be a slip.
 */
export function checkRecipients(
  input: {
    readonly to?: AddressListInput | undefined;
    readonly cc?: AddressListInput | undefined;
    readonly bcc?: AddressListInput | undefined;
  },
  log: IssueLog,
): Recipients {
  const before = log.issues.length;
  const seen = new Map<string, { readonly address: string; readonly field: string }>();
  const repeats: Repeat[] = [];
  const read = (field: "to" | "cc" | "bcc") =>
    checkAddressList(input[field], field, log).filter(({ address }, index) => {
      const place = isList(input[field] ?? "") ? `${field}[${index}]` : field;
      const key = address.toLowerCase();
      const first = seen.get(key);
      if (!first) seen.set(key, { address, field: place });
      else if (first.address !== address) repeats.push({ field: place, of: first.field });
      return !first;
    });
  const to = read("to");
  const cc = read("cc");
  const bcc = read("bcc");
  if (seen.size === 0 && log.issues.length === before) {
    log.report("to", "is empty; name at least one recipient");
  }
  if (seen.size > maxRecipients) {
    log.report(
      "to",
      `names ${seen.size} recipients together with 'cc' and 'bcc'; Postmark takes ${maxRecipients}: send in parts`,
    );
  }
  return { to, cc, bcc, repeats };
}

function isList(input: AddressListInput): input is readonly AddressInput[] {
  return Array.isArray(input);
}
