import { describe, expect, test } from "vitest";
import { nextWidth } from "../../../preview/app/frame/next-width.ts";
import { describeKey, findActions, shortcuts } from "../../../preview/app/keys/shortcuts.ts";

const bare = {
  ...{ ctrlKey: false, metaKey: false, altKey: false },
  ...{ altGraph: false, inTextField: false },
};

describe("a key", () => {
  test.each([
    ["j", "next"],
    ["V", "previous-variant"],
    ["1", "view-1"],
    ["/", "filter"],
    ["[", "list"],
    ["?", "help"],
    ["Escape", "back"],
    ["e", "editor delete"],
    ["q", "phone"],
    ["r", "review release"],
    ["w", ""],
    ["J", ""],
  ])("%s means %s", (key, actions) => {
    expect(findActions({ ...bare, key }).join(" ")).toBe(actions);
  });

  test("in a text field is the field's, but for the palette and Escape", () => {
    const typed = { ...bare, inTextField: true };
    expect(findActions({ ...typed, key: "j" })).toEqual([]);
    expect(findActions({ ...typed, key: "/" })).toEqual([]);
    expect(findActions({ ...typed, key: "Escape" })).toEqual(["back"]);
    expect(findActions({ ...typed, key: "k", ctrlKey: true })).toEqual(["palette"]);
  });

  test("with Control, Command or Alt is the browser's, but for the palette", () => {
    expect(findActions({ ...bare, key: "j", ctrlKey: true })).toEqual([]);
    expect(findActions({ ...bare, key: "d", metaKey: true })).toEqual([]);
    expect(findActions({ ...bare, key: "s", altKey: true })).toEqual([]);
    expect(findActions({ ...bare, key: "k", metaKey: true })).toEqual(["palette"]);
    expect(findActions({ ...bare, key: "K", ctrlKey: true })).toEqual(["palette"]);
  });

  test("written with AltGr counts as what it writes", () => {
    const altGr = { ...bare, ctrlKey: true, altKey: true, altGraph: true };
    expect(findActions({ ...altGr, key: "[" })).toEqual(["list"]);
  });
});

test("no two actions of one room share a key, and each has its own line or stands in another's", () => {
  for (const { action, key, room } of shortcuts) {
    const same = shortcuts.filter((other) => other.key === key && other.action !== action);
    expect(same.filter((other) => !room || !other.room || other.room === room)).toEqual([]);
  }
  const actions = new Set(shortcuts.map(({ action }) => action));
  for (const { listedWith } of shortcuts) {
    if (listedWith) expect(actions).toContain(listedWith);
  }
});

test("a key is named as it stands on the keyboard", () => {
  expect(describeKey("palette", true)).toBe("⌘K");
  expect(describeKey("palette", false)).toBe("Ctrl K");
  expect(describeKey("previous-variant", false)).toBe("⇧V");
  expect(describeKey("next", false)).toBe("J");
  expect(describeKey("back", false)).toBe("Esc");
});

test("m goes from phone to desktop to both and round, and from any width to the phone", () => {
  expect([375, "desktop", "both", 480].map((width) => nextWidth(width as 375))).toEqual([
    ...["desktop", "both", 375, 375],
  ]);
});
