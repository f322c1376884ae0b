import type { WebhookArrival, WebhookFilter, WebhookStore } from "letterpress/webhook";
import { describe, expect, onTestFinished, test } from "vitest";

/** What {@link testWebhookStore} opens. */
export interface OpenedWebhookStore {
  readonly store: WebhookStore;
  /** Opens what the store has kept once more, as a second process would; undefined where it keeps nothing. */
  readonly again?: () => Promise<WebhookStore>;
}

const start = Date.UTC(2026, 10, 26, 9);
const leaseMs = 60_000;
const at = (seconds: number) => start + seconds * 1_000;

/** An arrival, so many seconds after the start of the test. */
export function makeArrival(id: string, seconds = 0, given: Partial<WebhookArrival> = {}) {
  return {
    ...{ id, body: `{"RecordType":"Delivery","n":"${id} ü\\n"}`, recordType: "Delivery" },
    ...{ receivedAt: new Date(at(seconds)), types: ["delivered"], recipients: ["ada@example.com"] },
    ...given,
  } as const satisfies WebhookArrival;
}

/** What every store of webhooks does. @param open opens an empty one */
export function testWebhookStore(name: string, open: () => Promise<OpenedWebhookStore>): void {
  const use = async () => {
    const opened = await open();
    onTestFinished(() => opened.store.close());
    return opened;
  };
  const claim = (store: WebhookStore, id: string, seconds = 0, again?: boolean) =>
    store.claim(makeArrival(id, seconds), { now: at(seconds), leaseMs, again });
  const idsOf = async (store: WebhookStore, filter?: WebhookFilter) => {
    const ids: string[] = [];
    for await (const { id } of store.list(filter)) ids.push(id);
    return ids;
  };
  const read = async (store: WebhookStore, id: string) => {
    for await (const record of store.list({ ids: [id] })) return record;
    return undefined;
  };

  describe(`${name}, as a store of webhooks`, () => {
    test("gives one that is new to who claims it, and tells others that it is busy", async () => {
      const { store } = await use();
      expect(await claim(store, "a")).toBe("handle");
      expect(await claim(store, "a", 59)).toBe("busy");
      expect(await claim(store, "b")).toBe("handle");
    });

    test("gives one of many simultaneous claims the webhook", async () => {
      const { store } = await use();
      const claims = await Promise.all(Array.from({ length: 20 }, () => claim(store, "a")));
      expect(claims.filter((each) => each === "handle")).toHaveLength(1);
      expect(claims.filter((each) => each === "busy")).toHaveLength(19);
    });

    test("keeps it as it came, and counts its attempts", async () => {
      const { store } = await use();
      await claim(store, "a");
      const record = await read(store, "a");
      expect(record).toEqual({
        ...makeArrival("a"),
        ...{ status: "handling", attempts: 1, updatedAt: new Date(at(0)), error: undefined },
      });
    });

    test("gives one that was done to nobody, unless it is asked for again", async () => {
      const { store } = await use();
      await claim(store, "a");
      await store.settle("a", { now: at(1) });
      expect(await claim(store, "a", 7_200)).toBe("done");
      expect(await read(store, "a")).toMatchObject({ status: "done", updatedAt: new Date(at(1)) });
      expect(await claim(store, "a", 7_201, true)).toBe("handle");
      expect(await read(store, "a")).toMatchObject({ status: "handling", attempts: 2 });
    });

    test("gives one that failed to the next, with the time of its first arrival", async () => {
      const { store } = await use();
      await claim(store, "a");
      await store.settle("a", { now: at(1), error: "no such order" });
      expect(await read(store, "a")).toMatchObject({ status: "failed", error: "no such order" });
      expect(await claim(store, "a", 60)).toBe("handle");
      expect(await read(store, "a")).toMatchObject({
        ...{ receivedAt: new Date(at(0)), attempts: 2, status: "handling", error: undefined },
      });
    });

    test("gives one whose handling was cut short to the next when the lease is over", async () => {
      const { store } = await use();
      await claim(store, "a");
      expect(await claim(store, "a", 60)).toBe("handle");
      expect(await claim(store, "a", 61)).toBe("busy");
    });

    test("passes over an outcome of what it does not know", async () => {
      const { store } = await use();
      await store.settle("nobody", { now: at(1) });
      expect(await idsOf(store)).toEqual([]);
    });

    test("lists by id, status, type, recipient and time, the oldest first", async () => {
      const { store } = await use();
      const bounced = makeArrival("c", 20, { types: ["bounced"], recipients: ["bob@example.com"] });
      await store.claim(bounced, { now: at(20), leaseMs });
      await claim(store, "a", 10);
      await claim(store, "b", 30);
      await store.settle("a", { now: at(40), error: "x" });
      expect(await idsOf(store)).toEqual(["a", "c", "b"]);
      expect(await idsOf(store, { ids: ["b", "none"] })).toEqual(["b"]);
      expect(await idsOf(store, { status: "failed" })).toEqual(["a"]);
      expect(await idsOf(store, { type: "bounced" })).toEqual(["c"]);
      expect(await idsOf(store, { recipient: "BOB@example.com" })).toEqual(["c"]);
      const since = new Date(at(20));
      expect(await idsOf(store, { since })).toEqual(["c", "b"]);
      expect(await idsOf(store, { until: since })).toEqual(["a"]);
      expect(await idsOf(store, { since, status: "failed" })).toEqual([]);
    });

    test("takes ids and words of any kind", async () => {
      const { store } = await use();
      const id = `"'; drop -- \\ \n ü ${"x".repeat(150)}`;
      const arrival = makeArrival(id, 0, { body: '{"a":"\\u0000 \\ud800 line\u2028"}' });
      await store.claim(arrival, { now: at(0), leaseMs });
      await store.settle(id, { now: at(1), error: "line\nbreak \" '" });
      expect(await read(store, id)).toMatchObject({
        body: arrival.body,
        error: "line\nbreak \" '",
      });
    });

    test("has everything when it is opened once more", async ({ skip }) => {
      const { store, again } = await use();
      if (!again) return skip();
      await claim(store, "a");
      await claim(store, "b", 1);
      await store.settle("a", { now: at(2) });
      await store.settle("b", { now: at(3), error: "x" });
      const second = await again();
      onTestFinished(() => second.close());
      expect(await claim(second, "a", 4)).toBe("done");
      expect(await claim(second, "b", 4)).toBe("handle");
      // What the second did is known to the first.
      expect(await claim(store, "b", 5)).toBe("busy");
      await second.settle("b", { now: at(6) });
      expect(await claim(store, "b", 7)).toBe("done");
      expect(await idsOf(store)).toEqual(["a", "b"]);
    });
  });
}
