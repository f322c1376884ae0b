import {
  createMemorySuppressionStore,
  createMemoryWebhookStore,
  createWebhookHandler,
  type ReplayWebhooksOptions,
  replayWebhooks,
} from "letterpress/webhook";
import { expect, test } from "vitest";
import { bounce, delivery, makeRequest, options } from "../handler/post.ts";

async function replay(given: ReplayWebhooksOptions) {
  const results: string[] = [];
  for await (const { id, status } of replayWebhooks(given)) results.push(`${id} ${status}`);
  return results;
}

test("replayWebhooks() handles what failed, once the bug is fixed, and nothing else", async () => {
  const store = createMemoryWebhookStore();
  let isBroken = true;
  const seen: string[] = [];
  const onEvent = ({ type }: { readonly type: string }) => {
    if (isBroken && type === "bounced") throw new Error("no such order");
    seen.push(type);
  };
  const handler = createWebhookHandler(options({ store, onEvent, onProblem: () => undefined }));
  await handler(makeRequest(delivery, { trace: "d" }));
  await handler(makeRequest(bounce, { trace: "b" }));
  expect(await replay({ store, onEvent })).toEqual(["b failed"]);
  isBroken = false;
  const suppressions = createMemorySuppressionStore();
  expect(await replay({ store, onEvent, suppressions })).toEqual(["b done"]);
  expect(await replay({ store, onEvent })).toEqual([]);
  expect(seen).toEqual(["delivered", "bounced"]);
  expect(await suppressions.find(["ada@example.com"], "outbound")).toHaveLength(1);
  // What is done is handled once more when it is asked for by name.
  expect(await replay({ store, onEvent, filter: { ids: ["d"] } })).toEqual(["d done"]);
});

test("replayWebhooks() leaves what another process is handling", async () => {
  const store = createMemoryWebhookStore();
  const onEvent = () => undefined;
  const arrival = {
    ...{ id: "a", body: "{}", receivedAt: new Date(), recordType: "" },
    ...{ types: [], recipients: [] },
  };
  await store.claim(arrival, { now: Date.now(), leaseMs: 60_000 });
  expect(await replay({ store, onEvent, filter: {} })).toEqual(["a busy"]);
});
