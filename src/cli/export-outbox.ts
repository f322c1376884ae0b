import { once } from "node:events";
import type { ExportedMessage, Outbox } from "../outbox/index.ts";
import { writeCsv } from "../webhook/suppressions/csv-rows.ts";
import type { OutboxArguments } from "./outbox-arguments.ts";

/** The columns of the CSV. Headers have lines, which few readers of CSV take. */
const columns = [
  ...(["id", "key", "state", "reason", "createdAt", "dueAt", "settledAt", "attempts"] as const),
  ...(["sender", "stream", "tag", "from", "recipients", "accepted", "subject"] as const),
  ...(["messageId", "postmarkId", "sizeBytes", "sha256"] as const),
] as const;

/** Writes the messages of an outbox to standard output. @returns the exit code */
export async function exportOutbox(
  outbox: Pick<Outbox, "export">,
  { states, since, format }: OutboxArguments,
): Promise<number> {
  if (format === "csv") await write(writeCsv(columns));
  const filter = { since, states: states.length > 0 ? states : undefined };
  for await (const message of outbox.export(filter)) {
    await write(
      format === "csv" ? writeCsv(columns.map((name) => cell(message, name))) : toLine(message),
    );
  }
  return 0;
}

const toLine = (message: ExportedMessage) => `${JSON.stringify(message)}\n`;

function cell(message: ExportedMessage, name: (typeof columns)[number]): string {
  const value = message[name];
  if (value instanceof Date) return value.toISOString();
  if (Array.isArray(value)) return value.join(" ");
  return value === undefined ? "" : String(value);
}

/** Waits where who reads it is slower. */
async function write(text: string): Promise<void> {
  if (!process.stdout.write(text)) await once(process.stdout, "drain");
}
