import { expect, test } from "vitest";
import { groupThreads } from "../../../../preview/app/inbox/threads.ts";
import { summary } from "./messages.ts";

/** Threads of messages written as `name: ids`, newest first. */
function threadsOf(...lines: readonly string[]): readonly string[] {
  const messages = lines.map((line) => {
    const [name = "", ids = ""] = line.split(":");
    return summary(name, { threadIds: ids.trim().split(" ").filter(Boolean) });
  });
  return groupThreads(messages).map(({ head, messages: all }) => {
    expect(all[0]).toBe(head);
    return all.map(({ id }) => id).join(" ");
  });
}

test("messages that refer to each other are one thread, newest first", () => {
  expect(threadsOf("re: r a", "other: o", "first: a")).toEqual(["re first", "other"]);
});

test("so are two that refer to one that never came", () => {
  expect(threadsOf("shipped: s order", "other: o", "confirmed: c order")).toEqual([
    ...["shipped confirmed", "other"],
  ]);
});

test("a message that refers to two threads makes them one", () => {
  expect(threadsOf("d: d", "both: x a b", "a2: a", "b2: b c", "c2: c")).toEqual([
    ...["d", "both a2 b2 c2"],
  ]);
  expect(threadsOf("a: a", "b: b", "c: c", "all: a b c")).toEqual(["a b c all"]);
});

test("the same subject is no thread, nor is the lack of an id", () => {
  expect(threadsOf("one: 1", "two: 2", "three:", "four:")).toEqual(["one", "two", "three", "four"]);
  expect(groupThreads([])).toEqual([]);
});

test("five thousand of one thread, or of as many, take a moment", () => {
  const chain = Array.from({ length: 5000 }, (_, n) =>
    summary(`${n}`, { threadIds: [`<${n}>`, `<${n + 1}>`] }),
  );
  expect(groupThreads(chain)).toHaveLength(1);
  expect(groupThreads(chain.map((one, n) => ({ ...one, threadIds: [`<${n}>`] })))).toHaveLength(
    5000,
  );
});
