import fc from "fast-check";
import { expect, test } from "vitest";
import { makePatch } from "../../../preview/protocol/props/patch.ts";
import { decodeProps } from "../../../preview/thread/props/decode-props.ts";
import { editProps } from "../../../preview/thread/props/edit-props.ts";
import { encodeProps } from "../../../preview/thread/props/encode-props.ts";

/** Names that mean something to a patch, to a mark, or to JavaScript, among others. */
const name = fc.oneof(
  fc.constantFrom("a", "b", "$date", "$$date", "$keep", "$list", "length", "0", "constructor"),
  fc.string({ maxLength: 4 }).filter((text) => text !== "__proto__"),
);
const { props } = fc.letrec<{ props: object; value: unknown }>((tie) => ({
  value: fc.oneof(
    { depthSize: "small", withCrossShrink: true },
    fc.constantFrom(null, true, 0, "", "x", Number.NaN),
    fc.double({ noNaN: true, noDefaultInfinity: true }).filter((number) => !Object.is(number, -0)),
    fc.string({ maxLength: 4 }),
    fc.date({ noInvalidDate: true }),
    fc.bigInt({ min: -9n, max: 9n }),
    fc.array(tie("value"), { maxLength: 4 }),
    fc.dictionary(name, tie("value"), { maxKeys: 4, noNullPrototype: true }),
  ),
  props: fc.dictionary(name, tie("value"), { maxKeys: 4, noNullPrototype: true }) as never,
}));

test("whatever props are, they come back from JSON with marks as they were", () => {
  fc.assert(
    fc.property(props, (given) => {
      const encoded = encodeProps(given);
      const copy = JSON.parse(JSON.stringify(encoded.value));
      expect(decodeProps(copy, encoded)).toEqual(given);
    }),
  );
});

test("whatever is edited, the patch makes it, over JSON and back", () => {
  fc.assert(
    fc.property(props, props, (before, after) => {
      // What JSON lacks can only be kept where it stood.
      const plain = (value: object) =>
        JSON.parse(JSON.stringify(encodeProps(value).value, noMarks));
      const from = plain(before);
      const to = plain(after);
      const patch = makePatch(encodeProps(from).value, encodeProps(to).value);
      expect(editProps(from, JSON.stringify(patch ?? {}))).toEqual(to);
    }),
  );
});

function noMarks(this: unknown, key: string, value: unknown): unknown {
  return key === "$keep" ? "kept" : value;
}
