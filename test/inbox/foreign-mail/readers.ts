import { execFileSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { simpleParser } from "mailparser";
import { parseMessage } from "../../../src/inbox/parse-message.ts";
import type { Truth } from "./mail.ts";

/** What a reader makes of a message; an error counts as nothing read. */
export type Reading = Truth | undefined;

const octets = (bytes: Uint8Array) => Buffer.from(bytes).toString("latin1");
const lines = (text: string | undefined | false) =>
  text ? text.replace(/\r\n?/g, "\n").replace(/\n+$/, "") : undefined;

/** The inbox's own parser. */
export async function readWithInbox(raw: Buffer): Promise<Reading> {
  const mail = await parseMessage(raw);
  return {
    subject: mail.subject,
    from: { name: mail.from?.name ?? "", address: mail.from?.address ?? "" },
    text: lines(mail.text),
    html: lines(mail.html),
    files: mail.attachments.map(({ filename, content }) => ({
      filename,
      content: octets(content),
    })),
  };
}

/** mailparser. */
export async function readWithMailparser(raw: Buffer): Promise<Reading> {
  try {
    const options = { keepCidLinks: true, skipTextToHtml: true, skipHtmlToText: true };
    const mail = await simpleParser(raw, options);
    const from = mail.from?.value[0];
    return {
      subject: mail.subject ?? "",
      from: { name: from?.name ?? "", address: from?.address ?? "" },
      text: lines(mail.text),
      html: lines(mail.html),
      files: mail.attachments.map(({ filename, content }) => ({
        filename: filename ?? "",
        content: octets(content),
      })),
    };
  } catch {
    return undefined;
  }
}

/** Python's `email`, all messages in one process; `undefined` where there is no Python. */
export function readWithPython(messages: readonly Buffer[]): readonly Reading[] | undefined {
  const folder = mkdtempSync(join(tmpdir(), "letterpress-foreign-mail-"));
  try {
    const file = join(folder, "messages.json");
    writeFileSync(file, JSON.stringify(messages.map((raw) => raw.toString("base64"))));
    const script = fileURLToPath(new URL("read.py", import.meta.url));
    const printed = execFileSync("python3", [script, file], { maxBuffer: 1 << 30 });
    const readings = JSON.parse(printed.toString()) as readonly (Truth | null)[];
    return readings.map((reading) =>
      reading ? { ...reading, text: lines(reading.text), html: lines(reading.html) } : undefined,
    );
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "ENOENT") return undefined;
    throw error;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
