import { describe, expect, test } from "vitest";
import { z } from "zod";
import { describeProps } from "../../../../preview/thread/props/describe-props.ts";

const nothing = { schema: undefined, types: undefined };
const only = (props: object) => ({ props, all: [props] });
const field = (name: string, type: object) => ({ name, type });

describe("the props of an email with a schema", () => {
  const schema = z.strictObject({
    name: z.string().min(1).max(40).describe("Who it is for").optional(),
    email: z.email(),
    day: z.iso.date(),
    at: z.date(),
    total: z.int().positive(),
    ratio: z.number().min(0).max(1).default(0.5),
    urgent: z.boolean(),
    tone: z.enum(["plain", "notice"]).nullable(),
    pence: z.bigint(),
    lines: z
      .array(z.object({ title: z.string() }))
      .min(1)
      .max(50),
    counts: z.record(z.string(), z.number()),
    way: z.discriminatedUnion("kind", [
      z.object({ kind: z.literal("post"), place: z.string() }),
      z.object({ kind: z.literal("van") }),
    ]),
    anything: z.any(),
  });

  test("have the types and limits that it states", () => {
    const { type, sources } = describeProps({ ...nothing, schema, ...only({}) });
    expect(sources).toEqual(["schema", "values"]);
    const text = { kind: "text" };
    expect(type.fields).toEqual([
      field("name", {
        ...text,
        ...{ minLength: 1, maxLength: 40, description: "Who it is for", optional: true },
      }),
      field("email", { ...text, format: "email", pattern: expect.any(String) }),
      field("day", { ...text, format: "date", pattern: expect.any(String) }),
      field("at", { kind: "date" }),
      field("total", { kind: "number", integer: true, minimum: 1 }),
      field("ratio", { kind: "number", minimum: 0, maximum: 1, fallback: 0.5, optional: true }),
      field("urgent", { kind: "switch" }),
      field("tone", { kind: "choice", options: ["plain", "notice"], nullable: true }),
      field("pence", { kind: "number", integer: true, big: true }),
      field("lines", {
        kind: "list",
        item: { kind: "object", fields: [field("title", text)] },
        ...{ minItems: 1, maxItems: 50 },
      }),
      field("counts", { kind: "object", fields: [], others: { kind: "number" } }),
      field("way", {
        kind: "union",
        options: [
          {
            kind: "object",
            fields: [field("kind", { kind: "choice", options: ["post"] }), field("place", text)],
          },
          { kind: "object", fields: [field("kind", { kind: "choice", options: ["van"] })] },
        ],
      }),
      field("anything", { kind: "unknown" }),
    ]);
  });

  test("are guessed from the values where the schema is silent", () => {
    const { type } = describeProps({
      ...nothing,
      schema: z.object({ anything: z.any(), note: z.string() }),
      ...only({ anything: [{ a: 1 }], note: "https://shop.example/1", extra: 1 }),
    });
    expect(type.fields).toEqual([
      field("anything", {
        kind: "list",
        item: { kind: "object", fields: [field("a", { kind: "number" })] },
      }),
      field("note", { kind: "text", format: "uri" }),
    ]);
  });

  test("of a type that contains itself end somewhere", () => {
    interface Tree {
      name: string;
      children: Tree[];
    }
    const tree: z.ZodType<Tree> = z.lazy(() =>
      z.object({ name: z.string(), children: z.array(tree) }),
    );
    const { type } = describeProps({ ...nothing, schema: z.object({ tree }), ...only({}) });
    expect(JSON.stringify(type)).toContain('"unknown"');
  });

  test("any other Standard Schema that can tell JSON Schema is read too, and one that cannot is not", () => {
    const standard = (jsonSchema?: object) =>
      ({ "~standard": { version: 1, vendor: "other", validate: () => ({}), jsonSchema } }) as never;
    const told = {
      type: "object",
      properties: { a: { type: ["string", "null"] } },
      required: ["a"],
    };
    const able = standard({ input: () => told });
    expect(describeProps({ ...nothing, schema: able, ...only({}) }).type.fields).toEqual([
      field("a", { kind: "text", nullable: true }),
    ]);
    const failing = standard({
      input: () => {
        throw new Error("cannot express a Date");
      },
    });
    for (const schema of [failing, standard()]) {
      expect(describeProps({ ...nothing, schema, ...only({ a: 1 }) }).sources).toEqual(["values"]);
    }
  });
});

describe("the props of an email without a schema", () => {
  test("are guessed from all its variants", () => {
    const all = [
      { name: "Ada", at: new Date(0), when: "2026-03-14", lines: [{ n: 1 }, { n: 2, x: true }] },
      { name: "Eve", at: new Date(0), when: "2026-04-01", lines: [], icon: <b /> },
      { name: null, at: new Date(0), when: "2026-05-01", lines: [], id: 3 },
      { name: "Bob", at: new Date(0), when: "2026-05-01", lines: [], id: "3" },
    ];
    const { type, sources, kept } = describeProps({ ...nothing, props: all[1] ?? {}, all });
    expect(sources).toEqual(["values"]);
    expect(kept).toEqual({ "/icon": "a React element <b>" });
    expect(type.fields).toEqual([
      field("name", { kind: "text", nullable: true }),
      field("at", { kind: "date" }),
      field("when", { kind: "text", format: "date" }),
      field("lines", {
        kind: "list",
        item: {
          kind: "object",
          fields: [field("n", { kind: "number" }), field("x", { kind: "switch", optional: true })],
        },
      }),
      field("icon", { kind: "unknown", optional: true }),
      field("id", {
        kind: "union",
        options: [{ kind: "number" }, { kind: "text" }],
        optional: true,
      }),
    ]);
  });
});
