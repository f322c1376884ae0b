import { describe, expect, test } from "vitest";
import { nextWidth } from "../../../preview/app/frame/next-width.ts";
import { describeKey, findAction, shortcuts } from "../../../preview/app/keys/shortcuts.ts";

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
    ["q", null],
    ["J", null],
  ])("%s means %s", (key, action) => {
    expect(findAction({ ...bare, key })).toBe(action);
  });

  test("in a text field is the field's, but for the palette and Escape", () => {
    const typed = { ...bare, inTextField: true };
    expect(findAction({ ...typed, key: "j" })).toBeNull();
    expect(findAction({ ...typed, key: "/" })).toBeNull();
    expect(findAction({ ...typed, key: "Escape" })).toBe("back");
    expect(findAction({ ...typed, key: "k", ctrlKey: true })).toBe("palette");
  });

  test("with Control, Command or Alt is the browser's, but for the palette", () => {
    expect(findAction({ ...bare, key: "j", ctrlKey: true })).toBeNull();
    expect(findAction({ ...bare, key: "d", metaKey: true })).toBeNull();
    expect(findAction({ ...bare, key: "s", altKey: true })).toBeNull();
    expect(findAction({ ...bare, key: "k", metaKey: true })).toBe("palette");
    expect(findAction({ ...bare, key: "K", ctrlKey: true })).toBe("palette");
  });

  test("written with AltGr counts as what it writes", () => {
    const altGr = { ...bare, ctrlKey: true, altKey: true, altGraph: true };
    expect(findAction({ ...altGr, key: "[" })).toBe("list");
  });
});

test("no two actions share a key, and each has its own line or stands in another's", () => {
  const keys = shortcuts.map(({ key }) => key);
  expect(new Set(keys).size).toBe(keys.length);
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
