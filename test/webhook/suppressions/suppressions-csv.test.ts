import {
  createMemorySuppressionStore,
  formatSuppressionsCsv,
  parseSuppressionsCsv,
} from "letterpress/webhook";
import { describe, expect, test } from "vitest";
import { makeChange } from "./suppression-store.contract.ts";

const now = new Date("2026-11-26T09:00:00Z");

describe("parseSuppressionsCsv() reads", () => {
  test("what formatSuppressionsCsv() wrote", async () => {
    const store = createMemorySuppressionStore();
    const origin = { messageId: "m1", details: 'smtp;550 "no", said the server' };
    await store.apply(makeChange(0, { origin }));
    await store.apply(
      makeChange(0, { address: "bob@example.com", reason: "unsubscribe", stream: "news" }),
    );
    let text = "";
    for await (const line of formatSuppressionsCsv(store.list())) text += line;
    const { changes, problems } = parseSuppressionsCsv(text, { now });
    expect(problems).toEqual([]);
    expect(changes).toMatchObject([
      {
        ...{ address: "ada@example.com", stream: "outbound", reason: "hard-bounce" },
        ...{ at: makeChange(0).at, atPostmark: false },
        origin: { messageId: "m1", details: origin.details, type: "Import" },
      },
      { address: "bob@example.com", stream: "news", reason: "unsubscribe" },
    ]);
  });

  test("Postmark's names, in any order, with semicolons, a byte order mark and line feeds", () => {
    const text =
      "\uFEFFSuppressionReason;Origin;EmailAddress;CreatedAt\nManualSuppression;Recipient;Ada@Example.com;2026-11-05T16:33:54.9070259Z\n\nSpamComplaint;Recipient;bob@example.com;\n";
    expect(parseSuppressionsCsv(text, { now, stream: "news" }).changes).toMatchObject([
      {
        ...{ address: "ada@example.com", reason: "unsubscribe", stream: "news" },
        at: new Date("2026-11-05T16:33:54.907Z"),
      },
      { address: "bob@example.com", reason: "complaint", at: now },
    ]);
  });

  test("addresses alone", () => {
    const { changes, problems } = parseSuppressionsCsv("ada@example.com\r\nbob@example.com", {
      now,
    });
    expect(changes.map(({ address, reason }) => [address, reason])).toEqual([
      ["ada@example.com", "manual"],
      ["bob@example.com", "manual"],
    ]);
    expect(problems).toEqual([]);
  });

  test("and names the lines that it cannot", () => {
    const text = 'address,details\nada@example.com,"two\nlines"\nnobody,x\n,y\n"a@b.example';
    const { changes, problems } = parseSuppressionsCsv(text, { now });
    expect(changes.map(({ address }) => address)).toEqual(["ada@example.com", "a@b.example"]);
    expect(problems.map(({ line }) => line)).toEqual([4, 5]);
  });

  test("no time to come", () => {
    const [change] = parseSuppressionsCsv("email,since\na@b.example,2099-01-01T00:00:00Z", {
      now,
    }).changes;
    expect(change?.at).toEqual(now);
  });
});
