import { createSender } from "letterpress";
import { createInbox, type Inbox, type InboxOptions } from "letterpress/inbox";
import {
  createOutbox,
  type Outbox,
  type OutboxEvent,
  type OutboxOptions,
} from "letterpress/outbox";
import { Client } from "pg";
import { inject, onTestFinished } from "vitest";

/** An outbox in a schema of its own, and an inbox that its mail goes to. */
export interface OpenedOutbox {
  readonly outbox: Outbox;
  readonly inbox: Inbox;
  readonly schema: string;
  readonly events: readonly OutboxEvent[];
  /** Another outbox over the same tables, as a second process has. */
  again(options?: Partial<OutboxOptions>): Outbox;
  /** Works until the test ends or `stop` is called. */
  startWork(outbox?: Outbox): { stop(): Promise<void> };
  query(sql: string, values?: unknown[]): Promise<Record<string, never>[]>;
}

let count = 0;

/** Opens it; everything is removed when the test ends. */
export async function openTestOutbox(
  options: Partial<OutboxOptions> = {},
  inboxOptions: InboxOptions = {},
): Promise<OpenedOutbox> {
  const url = inject("databaseUrl");
  count += 1;
  const schema = `test_${process.pid}_${Date.now()}_${count}`;
  const inbox = await createInbox({ port: 0, ...inboxOptions });
  const events: OutboxEvent[] = [];
  const outboxes: Outbox[] = [];
  const ends: (() => Promise<void>)[] = [];
  const again = (given: Partial<OutboxOptions> = {}) => {
    const named = given.senders ?? options.senders;
    const sender = createSender({ transport: inbox.transport(), from: "Shop <shop@shop.example>" });
    const outbox = createOutbox({
      ...{ url, schema, retryAfterMs: [20], lookAfterMs: [20, 40], probeAfterMs: 20 },
      onEvent: (event) => events.push(event),
      ...options,
      ...given,
      ...(named ? { senders: named } : { sender: given.sender ?? options.sender ?? sender }),
    });
    outboxes.push(outbox);
    return outbox;
  };
  const outbox = again();
  const query = async (sql: string, values: unknown[] = []) => {
    const client = new Client({ connectionString: url });
    await client.connect();
    try {
      return (await client.query(sql.replaceAll("{schema}", schema), values)).rows;
    } finally {
      await client.end();
    }
  };
  onTestFinished(async () => {
    for (const end of ends) await end();
    for (const each of outboxes) await each.close();
    await query(`DROP SCHEMA IF EXISTS {schema} CASCADE`);
    await inbox.close();
  });
  return {
    ...{ outbox, inbox, schema, events, again, query },
    startWork(worked = outbox) {
      const ending = new AbortController();
      const working = worked.work({ signal: ending.signal, pollMs: 50, leaseMs: 2_000 });
      working.catch(() => {});
      const stop = async () => {
        ending.abort();
        await working;
      };
      ends.push(() => stop().catch(() => {}));
      return { stop };
    },
  };
}
