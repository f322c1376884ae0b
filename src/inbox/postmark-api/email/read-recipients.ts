import { parseAddress } from "../../../message/address.ts";
import { splitMailboxes } from "../../../message/header-mailboxes.ts";
import type { Address } from "../../../message/message.ts";
import { PostmarkRefusal } from "../postmark-refusal.ts";

/** Reads addresses with commas between them, as the fields To, Cc, Bcc and ReplyTo have them. */
export function readRecipients(field: string, text: string | undefined): readonly Address[] {
  if (text === undefined || text.trim() === "") return [];
  return splitMailboxes(text).map((entry) => readOne(field, entry));
}

/** Reads From: one address. */
export function readSender(text: string | undefined): Address {
  if (text === undefined || text.trim() === "") {
    throw new PostmarkRefusal(300, "Invalid 'From' value.");
  }
  const [only, ...others] = splitMailboxes(text);
  if (only === undefined || others.length > 0) {
    throw new PostmarkRefusal(300, `Invalid 'From' address: '${shown(text)}'.`);
  }
  return readOne("From", only);
}

/** With the words that Postmark has for each fault, as its users quote them. */
function readOne(field: string, entry: string): Address {
  const { address } = parseAddress(entry);
  if (address) return address;
  const spec = shown(/<([^<>]*)>\s*$/.exec(entry)?.[1] ?? entry);
  const domain = spec.slice(spec.lastIndexOf("@") + 1);
  if (!spec.includes("@")) {
    throw new PostmarkRefusal(
      300,
      `Error parsing '${field}': Illegal email address '${spec}'. It must contain the '@' symbol.`,
    );
  }
  if (/^[\w-]+$/.test(domain)) {
    throw new PostmarkRefusal(
      300,
      `Error parsing '${field}': Illegal email domain '${domain}' in address '${spec}'. The domain must contain at least one '.' character.`,
    );
  }
  throw new PostmarkRefusal(300, `Invalid '${field}' address: '${spec}'.`);
}

function shown(text: string): string {
  return text.trim().slice(0, 320);
}
