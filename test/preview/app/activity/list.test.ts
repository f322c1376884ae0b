import { describe, expect, test } from "vitest";
import { toListQuery } from "../../../../preview/app/activity/list/list-query.ts";
import { appendPage, refreshStart } from "../../../../preview/app/activity/list/merge-page.ts";
import type { ActivityList, ActivitySummary } from "../../../../preview/protocol/index.ts";

const now = Date.parse("2026-11-27T12:00:00");
const asked = (typed: string, show: "all" | "failed" | "sent" = "all") =>
  toListQuery(show, typed, now);

describe("a search of the outbox", () => {
  test.each([
    ["ada parcel", "word=ada&word=parcel"],
    ['to:ada@example.com subject:"two words"', "to=ada%40example.com&subject=two+words"],
    ["state:held state:bounced", "state=held&state=bounced"],
    [
      "tag:reset email:orders/ key:order/1 stream:broadcast",
      "tag=reset&email=orders%2F&key=order%2F1&stream=broadcast",
    ],
    ["to: state:he", ""],
    ["http://x.example", "word=http%3A%2F%2Fx.example"],
  ])("%s", (typed, query) => expect(asked(typed)).toEqual({ query, complaint: null }));

  test("says what it does not understand, and asks for the rest", () => {
    expect(asked("state:gone ada")).toMatchObject({ query: "word=ada" });
    expect(asked("state:gone ada").complaint).toMatch(/“state:gone” is not known/);
    expect(asked("before:soon").complaint).toMatch(/is no date/);
    expect(asked("before:2026-11-26").query).toBe(`until=${Date.parse("2026-11-26T00:00:00")}`);
  });

  test("stays within the part of the list that is shown", () => {
    expect(asked("", "failed").query).toBe(
      "state=rejected&state=bounced&state=complained&state=expired",
    );
    expect(asked("state:bounced", "failed").query).toBe("state=bounced");
    expect(asked("state:bounced", "sent").query).toBe(null);
  });
});

const row = (id: string, state = "queued") => ({ id, state }) as ActivitySummary;
const page = (ids: string, next: string | null): ActivityList => {
  return { messages: ids.split("").map((id) => row(id)), next, searchedTo: null };
};
const ids = ({ messages }: ActivityList) => messages.map(({ id }) => id).join("");

describe("a list that is loaded page by page", () => {
  test("goes on without saying anything twice", () => {
    const both = appendPage(page("abc", "c"), page("cde", "e"));
    expect([ids(both), both.next]).toEqual(["abcde", "e"]);
  });

  test("keeps what was loaded further down where the new beginning meets it", () => {
    const merged = refreshStart(page("abcdef", "f"), page("XYabc", "c"));
    expect([ids(merged), merged.next]).toEqual(["XYabcdef", "f"]);
    expect(ids(refreshStart(page("abcdef", "f"), page("UVWXY", "Y")))).toBe("UVWXY");
    expect(ids(refreshStart(page("abcdef", "f"), page("ab", null)))).toBe("ab");
  });
});
