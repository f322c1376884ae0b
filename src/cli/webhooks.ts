import { parseWebhook } from "../webhook/parse/parse-webhook.ts";
import type { WebhookRecord, WebhookStore } from "../webhook/store/webhook-store.ts";
import { openWebhookStores } from "./open-webhook-stores.ts";
import { printable } from "./printable.ts";
import { createReplayPost } from "./replay-post.ts";
import type { WebhooksArguments } from "./webhooks-arguments.ts";

/** Lists, shows or replays webhooks. @returns the exit code: 1 when there is no such one, or one failed again */
export async function webhooks(asked: WebhooksArguments): Promise<number> {
  const folder = await openWebhookStores(asked.store, { schema: asked.schema });
  try {
    if (asked.action === "list") return await list(folder.store, asked);
    if (asked.action === "show") return await show(folder.store, asked);
    return await replay(folder.store, asked);
  } finally {
    await folder.close();
  }
}

async function list(store: WebhookStore, { filter, json }: WebhooksArguments): Promise<number> {
  const counts = { handling: 0, done: 0, failed: 0 };
  for await (const record of store.list(filter)) {
    counts[record.status] += 1;
    const { body: _, ...facts } = record;
    console.log(json ? JSON.stringify(facts) : describe(record));
  }
  const { handling, done, failed } = counts;
  if (!json) console.log(`${done} done, ${failed} failed, ${handling} being handled or cut short`);
  return 0;
}

function describe({ id, receivedAt, status, types, recipients, attempts, error }: WebhookRecord) {
  const tries = attempts > 1 ? `, attempt ${attempts}` : "";
  const why = error === undefined ? "" : `\n    ${printable(error.split("\n", 1)[0] ?? "")}`;
  const whom = printable(recipients.join(", ")) || "-";
  return `${receivedAt.toISOString()}  ${status.padEnd(8)}  ${types.join(", ")}  ${whom}  ${id}${tries}${why}`;
}

async function show(store: WebhookStore, { filter, json }: WebhooksArguments): Promise<number> {
  for await (const record of store.list(filter)) {
    if (json) {
      console.log(JSON.stringify({ ...record, events: parseWebhook(record.body) }));
      return 0;
    }
    console.log(describe(record));
    console.log(JSON.stringify(JSON.parse(record.body), undefined, 2));
    return 0;
  }
  console.error(`Cannot show the webhook: none has the id ${filter.ids?.[0]}`);
  return 1;
}

async function replay(store: WebhookStore, asked: WebhooksArguments): Promise<number> {
  const post = createReplayPost(asked);
  const records: WebhookRecord[] = [];
  for await (const record of store.list(asked.filter)) records.push(record);
  let failed = 0;
  for (const record of records) {
    const problem = await post(record);
    if (problem !== undefined) failed += 1;
    console.log(`${record.id}  ${problem ?? "handled"}`);
  }
  console.log(`${records.length - failed} replayed, ${failed} failed`);
  return failed > 0 ? 1 : 0;
}
