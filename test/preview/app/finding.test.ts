import { describe, expect, test } from "vitest";
import { nearestId } from "../../../preview/app/emails/nearest-id.ts";
import { neighboursOf } from "../../../preview/app/emails/neighbours.ts";
import { firstOfEach, rankEntries } from "../../../preview/app/palette/rank.ts";

describe("next and previous", () => {
  const order = ["a", "b", "c"];
  test.each([
    ["b", "c", "a"],
    ["c", "a", "b"],
    ["a", "b", "c"],
    ["hidden", "a", "c"],
  ])("of %s are %s and %s", (id, next, previous) => {
    expect(neighboursOf(order, id)).toEqual({ next, previous });
  });

  test("of the only email are none", () => {
    expect(neighboursOf(["a"], "a")).toEqual({ next: undefined, previous: undefined });
    expect(neighboursOf([], "a")).toEqual({ next: undefined, previous: undefined });
  });
});

test("the email most like one that is gone is the renamed one", () => {
  const ids = ["account/welcome", "orders/order-receipt", "orders/refund"];
  expect(nearestId(ids, "orders/order-confirmation")).toBe("orders/order-receipt");
  expect(nearestId(ids, "users/welcome")).toBe("account/welcome");
  expect(nearestId([], "x")).toBeUndefined();
});

test("the palette ranks a beginning above a part and a part above the middle", () => {
  const entries = ["account/password-reset", "reset", "unreset", "billing/receipt"].map((text) => ({
    text,
  }));
  expect(rankEntries(entries, "reset").map(({ text }) => text)).toEqual([
    ...["reset", "account/password-reset", "unreset"],
  ]);
  expect(rankEntries(entries, "bill rec")).toHaveLength(1);
  expect(rankEntries(entries, " ")).toBe(entries);
  const letters = (typed: string) =>
    rankEntries([{ text: "orders/order-confirmation" }, { text: "account/welcome" }], typed);
  expect(letters("ordcon").map(({ text }) => text)).toEqual(["orders/order-confirmation"]);
  expect(letters("wlc").map(({ text }) => text)).toEqual(["account/welcome"]);
  expect(letters("xwlc")).toEqual([]);
  expect(rankEntries([{ text: "Hello", hint: "ada@example.com" }], "ada")).toHaveLength(1);
});

test("the palette shows the first of each group before anything is typed", () => {
  const entries = ["a", "a", "b", "a", "c", "b"].map((group, at) => ({ group, at }));
  expect(firstOfEach(entries, 2).map(({ at }) => at)).toEqual([0, 1, 2, 4, 5]);
  expect(firstOfEach(entries, 1).map(({ group }) => group)).toEqual(["a", "b", "c"]);
});
