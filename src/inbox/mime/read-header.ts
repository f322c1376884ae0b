import type { Address } from "../../message/message.ts";
import type { InboxMessage } from "../inbox.ts";
import type { HeaderDecoder } from "./decode-words.ts";
import { isNamed } from "./mime-part.ts";
import type { ProblemLog } from "./problem-log.ts";
import { readAddresses } from "./read-addresses.ts";
import type { RawField } from "./read-fields.ts";

/** What a message's header says. */
export type MessageHeader = Pick<
  InboxMessage,
  "messageId" | "from" | "to" | "cc" | "replyTo" | "subject" | "headers"
>;

/** Fields beyond this are not read: no mail has so many. */
const maxFields = 10_000;

/** `Thu, 26 Nov 2026 17:49:58 +0000 (UTC)` and its obsolete forms (RFC 5322 §3.3, §4.3). */
const dateTime =
  /^(?:[a-z]{3,9}[.,]* *)?\d{1,2}[ -][a-z]{3,9}[., -]+\d{2,4},? +\d{1,2}[:.]\d{2}(?:[:.]\d{2})?(?:\.\d+)? *(?:[+-]\d{1,4}|[a-z]{1,5}(?:[+-]\d{1,4})?)?$/i;

/** Reads the fields that every message has, and all of them decoded. */
export function readHeader(
  fields: readonly RawField[],
  decoder: HeaderDecoder,
  log: ProblemLog,
): MessageHeader {
  const values = (name: string) =>
    fields.filter((field) => isNamed(field, name)).map(({ value }) => value);
  const addresses = (name: string, title: string): readonly Address[] =>
    values(name).flatMap((value) => {
      const read = readAddresses(value, decoder);
      if (!read.isWellFormed) {
        log.add(
          "address-malformed",
          `${title} holds what is no address, or one that is not well formed; Postmark takes name@example.com, and names with special characters in quotes`,
          "refused",
        );
      }
      return read.addresses;
    });
  if (values("from").length > 1) {
    log.add(
      "from-repeated",
      "There is more than one From; mail clients differ in which they show: write one",
      "refused",
    );
  }
  if (!values("date").slice(0, 1).every(isDate)) {
    log.add("date-malformed", "Date is none that mail clients read; write it as RFC 5322 has it");
  }
  return {
    messageId: values("message-id")[0] || undefined,
    from: addresses("from", "From").find(({ address }) => address !== ""),
    to: addresses("to", "To"),
    cc: addresses("cc", "Cc"),
    replyTo: addresses("reply-to", "Reply-To"),
    subject: decoder.decodeWords(values("subject")[0] ?? ""),
    headers: fields
      .slice(0, maxFields)
      .map(({ name, value }) => ({ name, value: decoder.decodeWords(value) })),
  };
}

function isDate(value: string): boolean {
  return dateTime.test(
    value
      .slice(0, 200)
      .replace(/\([^()]*\)/g, " ")
      .replace(/[ \t]+/g, " ")
      .trim(),
  );
}
