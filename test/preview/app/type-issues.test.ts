import { expect, test } from "vitest";
import { typeIssues } from "../../../preview/app/props/type-issues.ts";
import type { ObjectProp } from "../../../preview/protocol/props/prop-type.ts";

const type: ObjectProp = {
  kind: "object",
  fields: [
    { name: "count", type: { kind: "number" } },
    { name: "note", type: { kind: "text", optional: true } },
    { name: "tone", type: { kind: "choice", options: ["calm", "loud"] } },
    {
      name: "lines",
      type: {
        kind: "list",
        item: { kind: "object", fields: [{ name: "price", type: { kind: "number" } }] },
      },
    },
  ],
};
const fine = { count: 1, tone: "calm", lines: [{ price: 2 }] };

test("edited props that do not fit their types are told by place, with what is asked for", () => {
  expect(typeIssues(type, fine, fine)).toEqual([]);
  expect(typeIssues(type, { ...fine, note: "new", count: 7 }, fine)).toEqual([]);
  expect(typeIssues(type, { ...fine, count: "two" }, fine)).toEqual([
    { path: ["count"], message: 'Its type asks for number, this is "two"' },
  ]);
  expect(typeIssues(type, { ...fine, tone: "wild" }, fine)).toEqual([
    { path: ["tone"], message: 'Its type asks for "calm" or "loud", this is "wild"' },
  ]);
  expect(typeIssues(type, { ...fine, lines: [{ price: 2 }, { price: null }] }, fine)).toEqual([
    { path: ["lines", 1, "price"], message: "Its type asks for number, this is null" },
  ]);
  const { count: _, ...without } = fine;
  expect(typeIssues(type, without, fine)).toEqual([
    { path: ["count"], message: "Its type asks for number, and it is not set" },
  ]);
});

test("what the file has is not judged, nor what JSON cannot express", () => {
  const asInFile = { ...fine, count: "as in the file" };
  expect(typeIssues(type, { ...asInFile, tone: "loud" }, asInFile)).toEqual([]);
  expect(typeIssues(type, { ...fine, count: { $keep: "0" } }, fine)).toEqual([]);
});
