import { expect, test } from "vitest";
import { findMarked } from "../../../../preview/app/checks/find-marked.ts";
import type { TreeElement } from "../../../../preview/app/reading/inspect/places.ts";

interface Fake extends TreeElement {
  readonly name: string;
  parentElement: Fake | null;
  readonly children: readonly Fake[];
}

function element(localName: string, ...children: Fake[]): Fake {
  const made: Fake = {
    ...{ localName, name: localName, parentElement: null, children },
    getAttribute: () => null,
  };
  for (const child of children) child.parentElement = made;
  return made;
}

function inOrder(root: Fake): readonly Fake[] {
  return [root, ...root.children.flatMap(inOrder)];
}

test("an element is found in the shown document, whatever was put into its head", () => {
  const sent = element(
    "html",
    element("head"),
    element("body", element("p"), element("p", element("img"))),
  );
  const image = element("img");
  const shown = element("body", element("p"), element("p", image));
  element("html", element("head", element("base"), element("style")), shown);
  const parsed = inOrder(sent);
  const index = parsed.findIndex(({ localName }) => localName === "img");
  const marked = { name: "img", index, tag: "<img>" };
  expect(findMarked(marked, parsed, shown)).toBe(image);
  // Of another render, or of what no body shows.
  expect(findMarked({ ...marked, name: "a" }, parsed, shown)).toBeNull();
  expect(findMarked({ ...marked, index: 99 }, parsed, shown)).toBeNull();
  expect(findMarked({ name: "head", index: 1, tag: "<head>" }, parsed, shown)).toBeNull();
});
