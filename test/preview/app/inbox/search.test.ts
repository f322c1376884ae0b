import { describe, expect, test } from "vitest";
import { matchMessages } from "../../../../preview/app/inbox/search/match-search.ts";
import { parseSearch } from "../../../../preview/app/inbox/search/parse-search.ts";
import { readSearchDate } from "../../../../preview/app/inbox/search/search-date.ts";
import { summary } from "./messages.ts";

const now = new Date(2026, 10, 22, 15, 0).getTime();
const day = (year: number, month: number, date: number, hours = 0, minutes = 0) =>
  new Date(year, month - 1, date, hours, minutes).getTime();

const messages = [
  summary("order", { tag: "order-confirmation", receivedAt: day(2026, 11, 22, 10) }),
  summary("refund", {
    subject: "Re: your refund of 12:30",
    from: { name: "Grace Hopper", address: "grace@billing.example" },
    to: [{ name: "", address: "bob@example.com" }],
    cc: [{ name: "Team", address: "team@example.com" }],
    bcc: ["audit@shop.example"],
    mailbox: "broadcast",
    attachmentCount: 1,
    problem: "refused",
    receivedAt: day(2026, 11, 21, 10),
  }),
  summary("invite", {
    subject: "Fitting",
    from: null,
    hasCalendar: true,
    receivedAt: day(2025, 1, 1),
  }),
];

function found(
  typed: string,
  inText: ReadonlyMap<string, ReadonlySet<string>> = new Map(),
): string {
  return matchMessages(messages, parseSearch(typed, now), {
    isUnread: ({ id }) => id === "order",
    inText,
  })
    .map(({ id }) => id)
    .join(" ");
}

describe("a search finds", () => {
  test.each([
    ["", "order refund invite"],
    ["  ", "order refund invite"],
    ["ORDER", "order"],
    ["confirmed", "order"],
    ["thank refund", "refund"],
    ["from:grace", "refund"],
    ['from:"grace hop"', "refund"],
    ['FROM:"Grace Hopper', "refund"],
    ["from:grace thank", "refund"],
    ["from:ada", ""],
    ["to:team", "refund"],
    ["to:audit", "refund"],
    ["to:ada subject:fit", "invite"],
    ["subject:thank", ""],
    ["tag:confirmation", "order"],
    ["mailbox:broad", "refund"],
    ["has:attachment", "refund"],
    ["has:attachments", "refund"],
    ["has:calendar", "invite"],
    ["has:problem", "refund"],
    ["is:unread", "order"],
    ["is:read has:calendar", "invite"],
    ["before:2026-11-22", "refund invite"],
    ["after:2026-11-21 before:2026-11-22", "refund"],
    ["after:yesterday", "order refund"],
    ["after:today", "order"],
    ["before:2026", "invite"],
    // Without what stands behind a minus; either of what stands around OR, in capitals.
    ["-refund", "order invite"],
    ["-from:grace -has:calendar", "order"],
    ['-"refund of"', "order invite"],
    ["-", "order refund invite"],
    ["has:calendar OR from:grace", "refund invite"],
    ["has:calendar OR from:grace is:read", "refund invite"],
    ["order OR refund -from:grace", "order"],
    ["OR refund", "refund"],
    ["refund OR", "refund"],
    ["refund or", ""],
    ["gráce hôpper", "refund"],
    // What is no field is a word, and so is what has nothing behind it but a colon.
    ["re: refund", "refund"],
    ["12:30", "refund"],
    ['"refund of"', "refund"],
    ['"of refund"', ""],
    ["from: subject: before: has: is:", "order refund invite"],
    ["has:att", "order refund invite"],
  ])("%s → %s", (typed, ids) => {
    expect(found(typed)).toBe(ids);
  });

  test("words that stand far down in a text, once the server has said where", () => {
    expect(parseSearch('from:shop Postage "per  Parcel"', now).words).toEqual([
      "postage",
      "per parcel",
    ]);
    expect(found("postage")).toBe("");
    const inText = new Map([["postage", new Set(["refund", "invite"])]]);
    expect(found("postage", inText)).toBe("refund invite");
    expect(found("postage has:calendar", inText)).toBe("invite");
    expect(found("-postage", inText)).toBe("order");
    expect(found("postage OR tag:order", inText)).toBe("order refund invite");
  });
});

describe("a search that is not understood", () => {
  test.each([
    [
      "before:soon refund",
      "“soon” is no date. Write before:2026-11-22, before:10:30 or before:yesterday.",
      "refund",
    ],
    [
      "after:2026-02-30",
      "“2026-02-30” is no date. Write after:2026-11-22, after:10:30 or after:yesterday.",
      "order refund invite",
    ],
    [
      "has:money from:grace",
      "“has:money” is not known. Write has:attachment, has:calendar, has:problem.",
      "refund",
    ],
    ["is:red", "“is:red” is not known. Write is:unread, is:read.", "order refund invite"],
  ])("%s says so, and searches for the rest", (typed, complaint, ids) => {
    expect(parseSearch(typed, now).complaint).toBe(complaint);
    expect(found(typed)).toBe(ids);
  });

  test("says nothing while one types", () => {
    for (const typed of ["before:", "has:", "has:a", "is:un", "from:", '"open', "re: x"]) {
      expect(parseSearch(typed, now).complaint).toBeNull();
    }
  });
});

describe("a moment in a search", () => {
  test.each([
    ["2026-11-22", day(2026, 11, 22)],
    ["2026/1/2", day(2026, 1, 2)],
    ["2026-11", day(2026, 11, 1)],
    ["2026", day(2026, 1, 1)],
    ["2026-11-22T10:30", day(2026, 11, 22, 10, 30)],
    ["10:30", day(2026, 11, 22, 10, 30)],
    ["Today", day(2026, 11, 22)],
    ["yesterday", day(2026, 11, 21)],
    ["2028-02-29", day(2028, 2, 29)],
  ])("%s is read", (typed, time) => {
    expect(readSearchDate(typed, now)).toBe(time);
  });

  test.each(["2026-13-01", "2026-02-29", "25:00", "10:61", "22.11.", "tomorrow?", "2026-", "1e9"])(
    "%s is none",
    (typed) => expect(readSearchDate(typed, now)).toBeNull(),
  );
});
