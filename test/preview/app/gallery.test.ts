import { describe, expect, onTestFinished, test, vi } from "vitest";
import { createEmailViews } from "../../../preview/app/data/email-views.ts";
import { formatAge } from "../../../preview/app/gallery/format-age.ts";
import { groupEmails } from "../../../preview/app/gallery/gallery-groups.ts";
import {
  cardsOf,
  headingHeight,
  layOut,
  moveInGallery,
  rowsWithin,
} from "../../../preview/app/gallery/gallery-layout.ts";
import { loadInTurn } from "../../../preview/app/gallery/load-in-turn.ts";
import { createTurns } from "../../../preview/app/gallery/turns.ts";
import type { EmailView } from "../../../preview/protocol/index.ts";

const noon = new Date(2026, 2, 14, 12).getTime();
const hourMs = 3_600_000;
const email = (id: string, modifiedAt = noon) => ({ id, file: `emails/${id}.tsx`, modifiedAt });
const named = (groups: ReturnType<typeof groupEmails>) =>
  groups.map(({ title, emails }) => [title, ...emails.map(({ id }) => id)]);

describe("the groups", () => {
  test("are the folders, in the order of the tree", () => {
    const emails = ["a/b/one", "a/two", "root", "a/b/three"].map((id) => email(id));
    expect(named(groupEmails(emails, "name", "emails", noon))).toEqual([
      ["a / b", "a/b/one", "a/b/three"],
      ["a", "a/two"],
      ["emails", "root"],
    ]);
  });

  test("are how long ago emails were edited, the last first", () => {
    const emails = [
      ...[
        email("old", noon - 400 * 24 * hourMs),
        email("now", noon),
        email("morning", noon - hourMs),
      ],
      ...[email("yesterday", noon - 20 * hourMs), email("week", noon - 5 * 24 * hourMs)],
    ];
    expect(named(groupEmails(emails, "recent", "emails", noon))).toEqual([
      ["Today", "now", "morning"],
      ["Yesterday", "yesterday"],
      ["Last seven days", "week"],
      ["Earlier", "old"],
    ]);
  });
});

describe("the layout", () => {
  const emails = Array.from({ length: 1000 }, (_, index) =>
    email(`folder-${index % 10}/e${index}`),
  );
  const layout = layOut(groupEmails(emails, "name", "emails", noon), 1000);

  test("fills the width with cards of one size", () => {
    expect(layout.columns).toBe(4);
    expect(layout.cardWidth * 4 + 3 * 20).toBe(1000);
    expect(layOut([], 336).columns).toBe(2);
    expect(layOut([], 120).columns).toBe(1);
    expect(layOut([], 120).height).toBe(0);
  });

  test("lets few emails grow, so that they fill their room, and none without bound", () => {
    const few = (count: number, width: number) =>
      layOut([{ title: "emails", emails: emails.slice(0, count) }], width);
    expect(few(3, 1080).columns).toBe(3);
    expect(few(2, 1080).columns).toBe(2);
    expect(few(1, 1080).columns).toBe(2);
    expect(few(4, 1080).columns).toBe(4);
    expect(few(9, 1080).columns).toBe(4);
    expect(few(1, 320)).toMatchObject({ columns: 1, cardWidth: 320 });
    for (const count of [1, 2, 3, 9]) expect(few(count, 2_500).cardWidth).toBeLessThanOrEqual(560);
  });

  test("leaves out the cards of a folded group, and keeps its heading", () => {
    const groups = groupEmails(emails, "name", "emails", noon);
    const folded = layOut(groups, 1000, new Set(["folder-0", "folder-1"]));
    const headings = folded.rows.filter((row) => row.kind === "heading");
    expect(headings.map(({ isFolded }) => isFolded)).toEqual([true, true, ...Array(8).fill(false)]);
    expect(cardsOf(folded.rows, folded)).toHaveLength(800);
    expect(cardsOf(folded.rows, folded)[0]?.email.id).toBe("folder-2/e2");
    expect(folded.height).toBeLessThan(layout.height);
  });

  test("draws of a thousand emails only what is near the view", () => {
    const rows = rowsWithin(layout, 20_000, 21_000);
    const drawn = rows.flatMap((row) => (row.kind === "cards" ? row.emails : []));
    expect(drawn.length).toBeGreaterThan(8);
    expect(drawn.length).toBeLessThan(32);
    for (const { top } of rows) {
      expect(top).toBeLessThan(21_000);
      expect(top).toBeGreaterThan(20_000 - layout.thumbHeight - 100);
    }
  });

  test("leaves no card and no heading out when all is drawn", () => {
    const rows = rowsWithin(layout, -500, layout.height);
    expect(rows).toEqual(layout.rows);
    expect(rows.filter(({ kind }) => kind === "heading")).toHaveLength(10);
    expect(rows.flatMap((row) => (row.kind === "cards" ? row.emails : []))).toHaveLength(1000);
  });

  test("places cards beside each other, in the order of the rows", () => {
    const cards = cardsOf(layout.rows.slice(0, 3), layout);
    expect(cards.map(({ at }) => at)).toEqual([0, 1, 2, 3, 4, 5, 6, 7]);
    expect(cards.slice(0, 4).map(({ left }) => left)).toEqual([0, 255, 510, 765]);
    expect(new Set(cards.map(({ top }) => top)).size).toBe(2);
  });

  test("puts no row over another", () => {
    for (const [index, row] of layout.rows.entries()) {
      const next = layout.rows[index + 1]?.top ?? layout.height;
      const height = row.kind === "heading" ? headingHeight : layout.thumbHeight;
      expect(next - row.top).toBeGreaterThanOrEqual(height);
    }
  });
});

describe("the keys of the gallery", () => {
  // Two folders in three columns: four emails, then two.
  const ids = ["a/1", "a/2", "a/3", "a/4", "b/1", "b/2"];
  const layout = layOut(
    groupEmails(
      ids.map((id) => email(id)),
      "name",
      "emails",
      noon,
    ),
    3 * 208 + 2 * 20,
  );
  const press = (id: string, key: string) => {
    const to = moveInGallery(layout, ids.indexOf(id), key);
    return to === null ? null : ids[to];
  };

  test.each([
    ["a/1", "ArrowRight", "a/2"],
    ["a/3", "ArrowRight", "a/4"],
    ["a/1", "ArrowLeft", null],
    ["a/1", "ArrowDown", "a/4"],
    ["a/3", "ArrowDown", "a/4"],
    ["a/4", "ArrowDown", "b/1"],
    ["b/2", "ArrowUp", "a/4"],
    ["b/2", "ArrowDown", null],
    ["a/2", "ArrowUp", null],
    ["a/2", "End", "b/2"],
    ["b/2", "Home", "a/1"],
    ["b/2", "x", null],
  ])("on %s, %s leads to %s", (id, key, to) => {
    expect(press(id, key)).toBe(to);
  });
});

test("only so many thumbnails are asked for at once, and one that is gone asks for none", () => {
  const turns = createTurns(2);
  const begun: string[] = [];
  const [one, , three] = ["one", "two", "three", "four"].map((name) =>
    turns.take(() => begun.push(name)),
  );
  expect(begun).toEqual(["one", "two"]);
  three?.();
  one?.();
  one?.();
  expect(begun).toEqual(["one", "two", "four"]);
});

test.each([
  [noon + 5_000, "now"],
  [noon - 30_000, "now"],
  [noon - 5 * 60_000, "5 min ago"],
  [noon - 3 * hourMs, "3 h ago"],
  [noon - 20 * hourMs, "yesterday"],
  [new Date(2026, 0, 2).getTime(), "2 Jan"],
  [new Date(2024, 10, 30).getTime(), "30 Nov 2024"],
])("the age of %d is told as %s", (time, text) => {
  expect(formatAge(time, noon)).toBe(text);
});

describe("a thumbnail", () => {
  const result: EmailView["result"] = {
    status: "failed",
    phase: "load",
    message: "",
    location: null,
    codeFrame: null,
    stack: [],
    lastGood: null,
  };
  const view = (id: string): EmailView => {
    const none = { file: "", variants: [], locales: [] };
    return { id, ...none, variant: "default", revision: 1, result };
  };

  test("that is scrolled past is not asked for; one that is left keeps its turn until the answer", async () => {
    vi.useFakeTimers();
    onTestFinished(() => void vi.useRealTimers());
    const asked: string[] = [];
    const answers = new Map<string, () => void>();
    const views = createEmailViews(({ id }) => {
      asked.push(id);
      return new Promise((resolve) => {
        answers.set(id, () => resolve({ ok: true, value: view(id) }));
      });
    });
    const turns = createTurns(1);
    loadInTurn(views, turns, { id: "past" })();
    const leave = loadInTurn(views, turns, { id: "one" });
    loadInTurn(views, turns, { id: "two" });
    await vi.advanceTimersByTimeAsync(100);
    expect(asked).toEqual(["one"]);
    leave();
    await vi.advanceTimersByTimeAsync(100);
    expect(asked).toEqual(["one"]);
    answers.get("one")?.();
    await vi.advanceTimersByTimeAsync(1);
    expect(asked).toEqual(["one", "two"]);
    answers.get("two")?.();
    await vi.advanceTimersByTimeAsync(1);
    // What is known already takes no turn.
    loadInTurn(views, turns, { id: "two" });
    loadInTurn(views, turns, { id: "three" });
    await vi.advanceTimersByTimeAsync(100);
    expect(asked).toEqual(["one", "two", "three"]);
  });
});
