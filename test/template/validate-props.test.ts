import type { StandardSchemaV1 } from "@standard-schema/spec";
import { describe, expect, test } from "vitest";
import { z } from "zod";
import { isInvalidMessageError } from "../../src/errors.ts";
import { validateProps } from "../../src/template/validate-props.ts";

const order = z.object({
  number: z.string(),
  lines: z.array(z.object({ title: z.string(), count: z.number() })),
  note: z.string().optional(),
  shipping: z.object({ city: z.string() }).nullable(),
});
const schema = z.object({ order, locale: z.string().default("en"), at: z.date().optional() });

const good = {
  order: { number: "7", lines: [{ title: "Tea", count: 2 }], shipping: { city: "Kyiv" } },
};

async function fieldsRefused(props: unknown, by: StandardSchemaV1<unknown, object> = schema) {
  try {
    await validateProps({ id: "orders/order", schema: by }, props);
    return [];
  } catch (error) {
    if (!isInvalidMessageError(error)) throw error;
    return error.issues.map(({ field }) => field);
  }
}

test("props that fit come back as the schema gives them, defaults filled in", async () => {
  expect(await validateProps({ id: "x", schema }, good)).toEqual({ ...good, locale: "en" });
});

test("without a schema props come back as they are", async () => {
  const props = { any: "thing" };
  expect(await validateProps({ id: "x", schema: undefined }, props)).toBe(props);
});

test("what does not fit is named by its path, all of it at once", async () => {
  const props = { order: { ...good.order, number: 7, lines: [{ title: "Tea" }] } };
  expect(await fieldsRefused(props)).toEqual(["props.order.number", "props.order.lines[0].count"]);
});

test("what is no object at all is refused", async () => {
  expect(await fieldsRefused("x")).toEqual(["props"]);
});

describe("a key that the schema drops is refused", () => {
  test.each([
    [{ ...good, nmae: "x" }, ["props.nmae"]],
    [{ order: { ...good.order, Number: "x" }, x: 1 }, ["props.order.Number", "props.x"]],
    [
      { order: { ...good.order, lines: [{ title: "Tea", count: 2, cuont: 3 }] } },
      ["props.order.lines[0].cuont"],
    ],
    [
      { order: { ...good.order, shipping: { city: "Kyiv", zip: "1" } } },
      ["props.order.shipping.zip"],
    ],
  ])("%j", async (props, fields) => {
    expect(await fieldsRefused(props)).toEqual(fields);
  });

  test("unless it is undefined, or the schema keeps it", async () => {
    expect(await fieldsRefused({ ...good, extra: undefined })).toEqual([]);
    expect(await fieldsRefused({ ...good, extra: 1 }, schema.loose())).toEqual([]);
  });

  test("or it stands in what the schema does not look into", async () => {
    const any = z.object({ data: z.any(), tags: z.record(z.string(), z.number()) });
    const props = { data: { deep: { x: 1 } }, tags: { a: 1 } };
    expect(await fieldsRefused(props, any)).toEqual([]);
    expect(await fieldsRefused({ ...good, at: new Date(0) })).toEqual([]);
  });
});

test("a message says what to fix and shows no value", async () => {
  await expect(
    validateProps({ id: "x", schema }, { ...good, secret: "s3cret" }),
  ).rejects.toThrowError(
    "Cannot send: 'props.secret' is unknown: the email's schema has no such key; remove it",
  );
});

test("a schema that throws is a fault of the email", async () => {
  const cause = new Error("boom");
  const broken: StandardSchemaV1<unknown, object> = {
    "~standard": {
      version: 1,
      vendor: "test",
      validate: () => {
        throw cause;
      },
    },
  };
  await expect(validateProps({ id: "x", schema: broken }, {})).rejects.toMatchObject({
    code: "ERR_RENDER",
    emailId: "x",
    cause,
  });
});
