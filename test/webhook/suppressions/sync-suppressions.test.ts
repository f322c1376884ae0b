import { serveInboxApi } from "letterpress/inbox";
import {
  createMemorySuppressionStore,
  createPostmarkApi,
  type SuppressionChange,
  type SuppressionStore,
  syncSuppressions,
} from "letterpress/webhook";
import { describe, expect, onTestFinished, test } from "vitest";
import { openInbox } from "../../inbox/open-inbox.ts";

const hour = 60 * 60 * 1_000;

/** A store, and a local Postmark that has lists of its own. */
async function open() {
  const inbox = await openInbox();
  const served = await serveInboxApi(inbox);
  onTestFinished(() => served.close());
  const api = createPostmarkApi({ serverToken: "any-token", baseUrl: served.postmarkUrl });
  const store = createMemorySuppressionStore();
  const sync = (given: { dryRun?: boolean; hoursLater?: number } = {}) => {
    const now = Date.now() + (given.hoursLater ?? 0) * hour;
    const clock = { now: () => now, sleep: async () => {} };
    return syncSuppressions({ store, api, clock, dryRun: given.dryRun });
  };
  return { store, sync, theirs: inbox.suppressions };
}

function suppress(
  store: SuppressionStore,
  address: string,
  given: Partial<SuppressionChange> = {},
) {
  return store.apply({
    ...{ address, stream: "outbound", reason: "manual", origin: {}, atPostmark: false },
    ...{ at: new Date(Date.now() - hour), ...given },
  });
}

async function reasonOf(store: SuppressionStore, address: string) {
  return (await store.find([address], "outbound"))[0]?.reason;
}

const nothing = { pulled: [], lifted: [], pushed: [], reactivated: [], refused: [] };

describe("syncSuppressions()", () => {
  test("takes over what Postmark has, and is done then", async () => {
    const { store, sync, theirs } = await open();
    theirs.add("ada@example.com", { reason: "HardBounce" });
    theirs.add("bob@example.com", { reason: "ManualSuppression", origin: "Recipient" });
    theirs.add("eve@example.com", { stream: "broadcast" });
    expect(await sync({ dryRun: true })).toMatchObject({
      pulled: ["ada@example.com", "bob@example.com"],
    });
    expect(await reasonOf(store, "ada@example.com")).toBeUndefined();
    await sync();
    expect(await reasonOf(store, "ada@example.com")).toBe("hard-bounce");
    expect(await reasonOf(store, "bob@example.com")).toBe("unsubscribe");
    expect(await reasonOf(store, "eve@example.com")).toBeUndefined();
    expect(await sync()).toMatchObject(nothing);
  });

  test("tells Postmark what was suppressed here, more than go into one request", async () => {
    const { store, sync, theirs } = await open();
    const addresses = Array.from(
      { length: 60 },
      (_, i) => `a${String(i).padStart(2, "0")}@example.com`,
    );
    for (const address of addresses) await suppress(store, address);
    expect((await sync({ dryRun: true })).pushed).toHaveLength(60);
    expect(theirs.list()).toHaveLength(0);
    expect((await sync()).pushed).toEqual(addresses);
    expect(theirs.list("outbound")).toHaveLength(60);
    expect(await sync()).toMatchObject(nothing);
  });

  test("lifts what was reactivated at Postmark, once it is sure", async () => {
    const { store, sync, theirs } = await open();
    await suppress(store, "ada@example.com", { atPostmark: true, at: new Date() });
    await suppress(store, "bob@example.com");
    await sync();
    theirs.delete("bob@example.com");
    // What is a minute old may not be on their list yet.
    expect(await sync()).toMatchObject({ lifted: ["bob@example.com"] });
    expect(await sync({ hoursLater: 1 })).toMatchObject({ lifted: ["ada@example.com"] });
    expect(await reasonOf(store, "ada@example.com")).toBeUndefined();
  });

  test("reactivates at Postmark what was lifted here, but for complaints", async () => {
    const { store, sync, theirs } = await open();
    theirs.add("ada@example.com", { reason: "HardBounce" });
    theirs.add("bob@example.com", { reason: "SpamComplaint" });
    await sync();
    for (const address of ["ada@example.com", "bob@example.com"]) {
      await suppress(store, address, { reason: undefined, at: new Date(Date.now() + 1_000) });
    }
    const result = await sync({ hoursLater: 1 });
    expect(result.reactivated).toEqual(["ada@example.com"]);
    expect(result.refused).toMatchObject([{ address: "bob@example.com", message: /authority/ }]);
    expect(theirs.list().map(({ address }) => address)).toEqual(["bob@example.com"]);
  });

  test("an address on both lists is Postmark's from then on", async () => {
    const { store, sync, theirs } = await open();
    await suppress(store, "ada@example.com");
    theirs.add("ada@example.com");
    expect(await sync()).toMatchObject(nothing);
    theirs.delete("ada@example.com");
    expect(await sync({ hoursLater: 1 })).toMatchObject({ lifted: ["ada@example.com"] });
  });
});
