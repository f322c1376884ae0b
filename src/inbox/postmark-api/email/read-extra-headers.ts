import type { Header } from "../../../message/headers.ts";
import { PostmarkRefusal } from "../postmark-refusal.ts";
import { readFields } from "./email-fields.ts";

/** What the field Headers says. */
export interface ExtraHeaders {
  readonly headers: readonly Header[];
  /** With angle brackets; kept only beside `X-PM-KeepID: true`. */
  readonly messageId: string | undefined;
}

/** What has a field of its own, or is the message's structure. */
const ownNames: ReadonlySet<string> = new Set(
  (
    "from to cc bcc reply-to subject date mime-version content-type content-transfer-encoding " +
    "content-disposition x-pm-message-stream x-pm-tag x-pm-trackopens x-pm-tracklinks"
  ).split(" "),
);

/** Reads the field Headers: `[{ Name, Value }, …]`. @throws {PostmarkRefusal} */
export function readExtraHeaders(list: readonly unknown[]): ExtraHeaders {
  const read = list.map(readHeader);
  const isId = ({ name }: Header) => name.toLowerCase() === "message-id";
  const id = read.find(isId)?.value.trim();
  return {
    headers: read.filter((header) => !isId(header)),
    messageId: id === undefined ? undefined : `<${id.replace(/^<|>$/g, "")}>`,
  };
}

function readHeader(json: unknown): Header {
  const fields = readFields(json);
  const name = fields.text("Name") ?? "";
  const value = fields.text("Value") ?? "";
  if (!/^[\x21-\x39\x3b-\x7e]{1,200}$/.test(name)) {
    throw new PostmarkRefusal(
      300,
      "Invalid 'Headers': a name is empty, or holds a space or a colon.",
    );
  }
  if (ownNames.has(name.toLowerCase())) {
    throw new PostmarkRefusal(300, `Header '${name}' not allowed.`);
  }
  if (/[\r\n\0]/.test(value)) {
    throw new PostmarkRefusal(300, `Invalid header '${name}': its value holds a line break.`);
  }
  return { name, value };
}
