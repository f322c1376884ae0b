import type { SuppressionChange, SuppressionFilter, SuppressionStore } from "letterpress/webhook";
import { describe, expect, onTestFinished, test } from "vitest";

/** What {@link testSuppressionStore} opens. */
export interface OpenedSuppressionStore {
  readonly store: SuppressionStore;
  /** Opens what the store has kept once more, as a second process would; undefined where it keeps nothing. */
  readonly again?: () => Promise<SuppressionStore>;
}

const start = Date.UTC(2026, 10, 26, 9);

/** A hard bounce of ada@example.com in "outbound", so many seconds after the start of the test. */
export function makeChange(seconds: number, given: Partial<SuppressionChange> = {}) {
  return {
    ...{ address: "ada@example.com", stream: "outbound", reason: "hard-bounce" },
    at: new Date(start + seconds * 1_000),
    origin: { messageId: "m1", type: "HardBounce", details: "smtp;550 5.1.1 no such user" },
    atPostmark: true,
    ...given,
  } as const satisfies SuppressionChange;
}

/** What every store of suppressions does. @param open opens an empty one */
export function testSuppressionStore(
  name: string,
  open: () => Promise<OpenedSuppressionStore>,
): void {
  const use = async () => {
    const opened = await open();
    onTestFinished(() => opened.store.close());
    return opened;
  };
  const reasonOf = async (store: SuppressionStore, address = "ada@example.com") =>
    (await store.find([address], "outbound"))[0]?.reason;
  const listOf = async (store: SuppressionStore, filter?: SuppressionFilter) => {
    const lines: string[] = [];
    for await (const { address, stream, reason } of store.list(filter)) {
      lines.push(`${address} ${stream} ${reason ?? "lifted"}`);
    }
    return lines;
  };
  const lifted = (seconds: number) => makeChange(seconds, { reason: undefined, origin: {} });

  describe(`${name}, as a store of suppressions`, () => {
    test("finds an address in any case, in the stream that it is suppressed in alone", async () => {
      const { store } = await use();
      const state = { ...makeChange(0), since: makeChange(0).at };
      expect(await store.apply(makeChange(0, { address: "Ada@Example.com" }))).toEqual(state);
      expect(await store.find(["bob@example.com", "ADA@example.com"], "outbound")).toEqual([state]);
      expect(await store.find(["ada@example.com"], "broadcast")).toEqual([]);
      expect(await store.find([], "outbound")).toEqual([]);
    });

    test("lifts a suppression, and suppresses again", async () => {
      const { store } = await use();
      await store.apply(makeChange(0));
      await store.apply(lifted(1));
      expect(await reasonOf(store)).toBeUndefined();
      await store.apply(makeChange(2));
      expect(await reasonOf(store)).toBe("hard-bounce");
    });

    test("lets no older change undo a newer one, whatever comes first", async () => {
      const { store } = await use();
      await store.apply(lifted(10));
      expect(await store.apply(makeChange(5))).toMatchObject({ reason: undefined });
      expect(await reasonOf(store)).toBeUndefined();
      await store.apply(makeChange(11));
      await store.apply(lifted(9));
      expect(await reasonOf(store)).toBe("hard-bounce");
    });

    test("keeps the origin of the first where the reason is the same, and a complaint as one", async () => {
      const { store } = await use();
      await store.apply(makeChange(0));
      const second = await store.apply(makeChange(5, { origin: {} }));
      expect(second).toMatchObject({ since: makeChange(0).at, at: makeChange(5).at });
      expect(second.origin.messageId).toBe("m1");
      await store.apply(makeChange(6, { reason: "complaint", atPostmark: false }));
      const last = await store.apply(makeChange(7, { reason: "manual" }));
      expect(last).toMatchObject({ reason: "complaint", atPostmark: true });
    });

    test("lists by address, then by stream, those that were lifted when asked", async () => {
      const { store } = await use();
      await store.apply(makeChange(0, { address: "bob@example.com", reason: "manual" }));
      await store.apply(makeChange(0, { stream: "broadcast", reason: "unsubscribe" }));
      await store.apply(makeChange(0));
      await store.apply(lifted(1));
      const bob = "bob@example.com outbound manual";
      const ada = "ada@example.com broadcast unsubscribe";
      expect(await listOf(store)).toEqual([ada, bob]);
      expect(await listOf(store, { lifted: true })).toEqual([
        ...[ada, "ada@example.com outbound lifted", bob],
      ]);
      expect(await listOf(store, { address: "BOB@example.com" })).toEqual([bob]);
      expect(await listOf(store, { stream: "broadcast" })).toEqual([ada]);
    });

    test("holds to one state under simultaneous changes", async () => {
      const { store } = await use();
      const changes = Array.from({ length: 20 }, (_, i) =>
        makeChange(i, { reason: i % 2 ? "manual" : undefined }),
      );
      await Promise.all(changes.reverse().map((change) => store.apply(change)));
      expect(await reasonOf(store)).toBe("manual");
      expect(await listOf(store)).toHaveLength(1);
    });

    test("takes words of any kind", async () => {
      const { store } = await use();
      const address = `"o'hara\\x"@example.com`;
      const origin = { details: `"quote" 'single' \\ ü 🎉`, webhookId: "'; --" };
      await store.apply(makeChange(0, { address, origin }));
      const [found] = await store.find([address], "outbound");
      expect(found?.origin).toEqual(origin);
    });

    test("has everything when it is opened once more", async ({ skip }) => {
      const { store, again } = await use();
      if (!again) return skip();
      await store.apply(makeChange(0));
      const second = await again();
      onTestFinished(() => second.close());
      expect(await second.find(["ada@example.com"], "outbound")).toEqual([
        { ...makeChange(0), since: makeChange(0).at },
      ]);
      await second.apply(lifted(1));
      // What the second did is known to the first.
      expect(await reasonOf(store)).toBeUndefined();
    });
  });
}
