import { describe, expect, test } from "vitest";
import { applyPatch, makePatch } from "../../../../preview/protocol/props/patch.ts";
import { editProps } from "../../../../preview/thread/props/edit-props.ts";
import { describeKept, encodeProps } from "../../../../preview/thread/props/encode-props.ts";

const format = () => "12";
const icon = <b>!</b>;
class Money {
  readonly pence = 7;
}
const props = {
  name: "Ada",
  note: undefined,
  at: new Date("2026-03-14T09:41:00Z"),
  big: 12n,
  order: { number: "1", lines: [{ title: "Ink", price: new Money(), icon }, { title: "Nib" }] },
  format,
  $own: { $date: "not a date" },
  ratio: Number.NaN,
  when: null,
};

/** What the page does: changes the JSON, and sends the difference. */
function edit(change: (values: never) => unknown): object {
  const before = encodeProps(props).value;
  const after = change(structuredClone(before) as never);
  return editProps(props, JSON.stringify(makePatch(before, after as never) ?? {}));
}

describe("edits laid over a variant's props", () => {
  test("say in words what JSON cannot express, and mark the rest", () => {
    const encoded = encodeProps(props);
    expect(encoded.value).toEqual({
      name: "Ada",
      at: { $date: "2026-03-14T09:41:00.000Z" },
      big: { $bigint: "12" },
      order: {
        number: "1",
        lines: [
          {
            title: "Ink",
            price: { $keep: "/order/lines/0/price" },
            icon: { $keep: "/order/lines/0/icon" },
          },
          { title: "Nib" },
        ],
      },
      format: { $keep: "/format" },
      $$own: { $$date: "not a date" },
      ratio: { $keep: "/ratio" },
      when: null,
    });
    expect(describeKept(encoded)).toEqual({
      "/order/lines/0/price": "an object of class Money",
      "/order/lines/0/icon": "a React element <b>",
      "/format": "a function format",
      "/ratio": "NaN",
    });
  });

  test("change what they name, and leave the very same value elsewhere", () => {
    const edited = editProps(props, '{"name":"Eve","order":{"number":"2"}}') as typeof props;
    expect(edited).toMatchObject({ name: "Eve", order: { number: "2" } });
    expect(edited.order.lines).toBe(props.order.lines);
    expect(edited.at).toEqual(props.at);
    expect(edited.format).toBe(format);
    expect(edited.$own).toEqual({ $date: "not a date" });
    expect(editProps(props, "{}")).not.toBe(props);
  });

  test("null removes, as a merge patch says, and a mark sets null", () => {
    expect("name" in editProps(props, '{"name":null}')).toBe(false);
    expect(editProps(props, '{"name":{"$null":true}}')).toMatchObject({ name: null });
    expect(edit((values: typeof props) => ({ ...values, name: null }))).toMatchObject({
      name: null,
    });
    expect(edit(({ when: _, ...rest }: typeof props) => rest)).not.toHaveProperty("when");
    const nested = edit((values: typeof props) => ({ ...values, order: { number: null } }));
    expect(nested).toMatchObject({ order: { number: null } });
    const listed = edit((values: typeof props) => ({ ...values, when: [null, { a: null }] }));
    expect(listed).toMatchObject({ when: [null, { a: null }] });
  });

  test("make dates and big numbers again", () => {
    const at = { $date: "2027-01-01T00:00:00.000Z" };
    const edited = edit((values: object) => ({ ...values, at, big: { $bigint: "-5" } }));
    expect(edited).toMatchObject({ at: new Date("2027-01-01T00:00:00Z"), big: -5n });
  });

  test("move list items with what JSON cannot express in them", () => {
    const edited = edit((values: typeof props) => {
      const [first, second] = values.order.lines;
      return { ...values, order: { ...values.order, lines: [second, first, first] } };
    }) as typeof props;
    expect(edited.order.lines.map(({ title }) => title)).toEqual(["Nib", "Ink", "Ink"]);
    expect(edited.order.lines[2]?.icon).toBe(icon);
    expect(edited.order.lines[1]?.price).toBe(props.order.lines[0]?.price);
  });

  test.each([
    ["[]", /no object/],
    ["5", /no object/],
    ['{"name":', /JSON/],
    ['{"name":{"$sum":1}}', /has no meaning/],
    ['{"name":{"$list":[1]}}', /\$list/],
    ['{"name":{"$list":{"-1":1}}}', /the place "-1"/],
    ['{"name":{"$list":{"99999999999":1}}}', /the place/],
    ['{"name":{"$list":{"1000":1}}}', /the place "1000"/],
    ['{"name":{"$list":{"length":0.5}}}', /length/],
  ])("refuse %s", (patch, message) => {
    expect(() => editProps(props, patch)).toThrow(SyntaxError);
    expect(() => editProps(props, patch)).toThrow(message);
  });

  test("reach no prototype", () => {
    const edited = editProps(props, '{"__proto__":{"polluted":true},"name":{"__proto__":{"a":1}}}');
    expect("polluted" in edited).toBe(false);
    expect("polluted" in {}).toBe(false);
  });
});

describe("a patch between two values", () => {
  const lines = Array.from({ length: 40 }, (_, at) => ({ title: `Line ${at}`, quantity: at }));

  test.each([
    [{ a: 1 }, { a: 1 }, undefined],
    [{ a: 1, b: 2 }, { a: 1 }, { b: null }],
    [{ a: 1 }, { a: null }, { a: { $null: true } }],
    [{ a: { b: 1 } }, { a: { b: 1, c: { d: null } } }, { a: { c: { d: { $null: true } } } }],
    [{ a: { $date: "x" } }, { a: { b: 1 } }, { a: { b: 1 } }],
    [{ a: [1, 2] }, { a: [1] }, { a: [1] }],
    [{ lines }, { lines: lines.slice(0, 39) }, { lines: { $list: { length: 39 } } }],
    [
      { lines },
      { lines: lines.with(3, { title: "New", quantity: 3 }) },
      { lines: { $list: { 3: { title: "New" } } } },
    ],
  ])("%j → %j", (before, after, patch) => {
    const made = makePatch(before, after);
    expect(made).toEqual(patch);
    expect(applyPatch(before, made ?? {})).toEqual(after);
  });

  test("a list may become thousands long, said in full", () => {
    const many = Array.from({ length: 5000 }, (_, at) => at);
    expect(applyPatch({ many: [0] }, makePatch({ many: [0] }, { many }) ?? {})).toEqual({ many });
  });

  test("a list that became shorter in the file has no holes", () => {
    const patch = makePatch({ lines }, { lines: lines.with(30, { title: "New", quantity: 0 }) });
    expect(applyPatch({ lines: [1] }, patch ?? {})).toEqual({
      lines: [1, ...Array(29).fill(null), { title: "New", quantity: 0 }],
    });
  });
});
