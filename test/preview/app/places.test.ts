import { describe, expect, test } from "vitest";
import {
  chainOf,
  describePlace,
  findTwin,
  linesAround,
  placeOf,
  type TreeElement,
} from "../../../preview/app/reading/inspect/places.ts";
import type { ElementPlace } from "../../../preview/protocol/index.ts";

interface Fake extends TreeElement {
  readonly id: string;
  parentElement: Fake | null;
  readonly children: readonly Fake[];
}

/** An element of a document that is only a tree. */
function element(localName: string, place: number | null, ...children: Fake[]): Fake {
  const made: Fake = {
    localName,
    id: `${localName}${place}`,
    parentElement: null,
    children,
    getAttribute: (name) =>
      name === "data-letterpress-place" && place !== null ? String(place) : null,
  };
  for (const child of children) child.parentElement = made;
  return made;
}

const place = (name: string, line: number, usedAt: number | null): ElementPlace => ({
  ...{ name, usedAt },
  place: { file: "emails/a/b.tsx", line, column: 1 },
});

describe("the twin of an element", () => {
  const shown = element("td", null);
  const body = element("body", null, element("p", null), element("table", null, shown));
  element("html", null, body);

  test("stands where the element stands", () => {
    const twin = element("body", 0, element("p", 1), element("table", 2, element("td", 3)));
    expect(findTwin(shown, twin)).toBe(twin.children[1]?.children[0]);
    expect(findTwin(body, twin)).toBe(twin);
  });

  test("is the last that is alike where the documents part", () => {
    const other = element("body", 0, element("p", 1), element("table", 2, element("th", 3)));
    expect(findTwin(shown, other)).toBe(other.children[1]);
    const shorter = element("body", 0, element("p", 1));
    expect(findTwin(shown, shorter)).toBe(shorter);
  });

  test("is missing for what stands in no body", () => {
    expect(findTwin(element("td", null), element("body", 0))).toBeNull();
  });
});

test("an element without a place has the place of what is around it", () => {
  const inner = element("b", null);
  element("p", 7, element("span", null, inner));
  expect(placeOf(inner)).toBe(7);
  expect(placeOf(element("b", null))).toBeNull();
});

test("the chain leads from an element to each use around it, and round no ring", () => {
  const places = [place("Layout", 1, null), place("Action", 5, 0), place("a", 9, 1)];
  expect(chainOf(places, 2).map(({ name }) => name)).toEqual(["a", "Action", "Layout"]);
  expect(chainOf(places, 9)).toEqual([]);
  const ring = [place("A", 1, 1), place("B", 2, 0)];
  expect(chainOf(ring, 0).map(({ name }) => name)).toEqual(["A", "B"]);
});

test("a place is told from the emails folder, and by its path elsewhere", () => {
  expect(describePlace(place("a", 9, null), "emails")).toBe("a/b.tsx:9");
  expect(describePlace(place("a", 9, null), "mail")).toBe("emails/a/b.tsx:9");
});

test("the lines around one stop at the ends of the file", () => {
  const code = "one\ntwo\nthree";
  const around = (line: number) =>
    linesAround(code, line, 1).map(({ number, isIt }) => `${number}${isIt ? "!" : ""}`);
  expect(around(1)).toEqual(["1!", "2"]);
  expect(around(2)).toEqual(["1", "2!", "3"]);
  expect(around(3)).toEqual(["2", "3!"]);
});
