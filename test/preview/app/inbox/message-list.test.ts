import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { countUnread } from "../../../../preview/app/data/inbox.ts";
import { createMessageList } from "../../../../preview/app/data/message-list.ts";
import type { InboxSummary } from "../../../../preview/protocol/index.ts";
import { summary } from "./messages.ts";

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

const empty = {
  ...{ smtpUrl: "smtp://127.0.0.1:2525", evicted: 0 },
  capacity: { messages: 3, bytes: 1 },
};

/** A list of these messages, which counts how often it tells of a change. */
function listOf(...messages: readonly InboxSummary[]) {
  const list = createMessageList();
  list.replace({ ...empty, messages });
  const changes = vi.fn();
  list.store.subscribe(changes);
  const ids = () =>
    list.store
      .get()
      ?.messages.map(({ id }) => id)
      .join(" ");
  return { list, changes, ids };
}

test("the first message shows at once, those that follow it closely together", () => {
  const { list, changes, ids } = listOf(summary("old"));
  for (const id of ["a", "b", "c"]) list.receive(summary(id), []);
  expect(ids()).toBe("a old");
  vi.advanceTimersByTime(100);
  expect(ids()).toBe("c b a old");
  expect(changes).toHaveBeenCalledTimes(2);
  vi.advanceTimersByTime(1000);
  list.receive(summary("d"), []);
  expect(ids()).toBe("d c b a old");
});

test("what the cap pushes out goes, also when it came in the same moment", () => {
  const { list, ids } = listOf(summary("old"));
  list.receive(summary("a"), ["old"]);
  list.receive(summary("b"), []);
  list.receive(summary("c"), ["a", "b"]);
  vi.advanceTimersByTime(100);
  expect(ids()).toBe("c");
  expect(list.store.get()?.evicted).toBe(3);
});

test("what is deleted while others arrive stays away", () => {
  const { list, ids } = listOf(summary("old"));
  list.receive(summary("a"), []);
  list.receive(summary("b"), []);
  list.remove(["b"]);
  vi.advanceTimersByTime(100);
  expect(ids()).toBe("a old");
  list.remove(null);
  expect(ids()).toBe("");
});

test("a message that comes before the first answer is in it once", () => {
  const list = createMessageList();
  list.receive(summary("a"), []);
  list.receive(summary("b"), []);
  expect(list.store.get()).toBeNull();
  list.replace({ ...empty, messages: [summary("a")] });
  expect(list.store.get()?.messages.map(({ id }) => id)).toEqual(["b", "a"]);
});

test("what is marked shows so at once, and tells of it only where it changes anything", () => {
  const { list, changes } = listOf(summary("a"), summary("b", { isRead: true }));
  expect(countUnread(list.store.get())).toBe(1);
  list.mark(["a", "b", "none"], true);
  list.mark(["a"], true);
  expect(countUnread(list.store.get())).toBe(0);
  list.mark(["b"], false);
  expect(countUnread(list.store.get())).toBe(1);
  expect(changes).toHaveBeenCalledTimes(2);
  expect(countUnread(null)).toBe(0);
});
