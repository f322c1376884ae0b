import { describe, expect, test } from "vitest";
import type { RenderFailure } from "../../../preview/protocol/index.ts";
import { openPreview, type TestPreview } from "./open-preview.ts";
import { emailShowing } from "./test-project.ts";

async function failureOf(
  preview: TestPreview,
  id: string,
  variant?: string,
): Promise<RenderFailure> {
  const { result } = await preview.view(id, variant);
  if (result.status === "failed") return result;
  throw new Error(`${id} renders`);
}

const cases: readonly {
  readonly name: string;
  readonly code: string;
  readonly phase: "load" | "render";
  readonly message: RegExp;
  readonly line: number | null;
}[] = [
  {
    name: "a syntax error",
    code: `export default function A() {\n  return <p></b>;\n}\nA.PreviewProps = {};\n`,
    phase: "load",
    message: /expected|unexpected|unterminated/i,
    line: 2,
  },
  {
    name: "a missing file",
    code: `import { x } from "react";\nimport { nope } from "./nope";\nexport default function A() {\n  return <p>{nope}</p>;\n}\nA.PreviewProps = {};\n`,
    phase: "load",
    message: /^Cannot find "\.\/nope": create the file, or fix the path$/,
    line: 2,
  },
  {
    name: "a missing package",
    code: `import { nope } from "no-such-package-at-all";\nexport default function A() {\n  return <p>{nope}</p>;\n}\nA.PreviewProps = {};\n`,
    phase: "load",
    message: /^Cannot find "no-such-package-at-all": install it/,
    line: 1,
  },
  {
    name: "a module that throws",
    code: `interface Unused {\n  readonly a: string;\n}\nthrow new Error("at load");\nexport default function A() {\n  return <p />;\n}\nA.PreviewProps = {};\n`,
    phase: "load",
    message: /at load/,
    line: 4,
  },
  {
    name: "a component that throws",
    code: `interface Props {\n  readonly order?: { readonly id: string };\n}\nfunction Inner({ order }: Props) {\n  return <b>{order!.id}</b>;\n}\nexport default function A(props: Props) {\n  return <p><Inner {...props} /></p>;\n}\nA.PreviewProps = {};\n`,
    phase: "render",
    message: /reading 'id'/,
    line: 5,
  },
  {
    name: "a subject that throws",
    code: `import { defineEmail } from "letterpress";\nexport default defineEmail({\n  id: "a",\n  component: () => <p>A</p>,\n  subject: () => {\n    throw new Error("no subject");\n  },\n  variants: { default: {} },\n});\n`,
    phase: "render",
    message: /no subject/,
    line: 6,
  },
  {
    name: "a component that gives nothing",
    code: `import { defineEmail } from "letterpress";\nexport default defineEmail({ id: "a", component: () => null, subject: "A", variants: { default: {} } });\n`,
    phase: "render",
    message: /null|nothing|empty/i,
    line: null,
  },
  {
    name: "a default export that is nothing",
    code: `let A;\nexport default A;\nexport const PreviewProps = {};\n`,
    phase: "load",
    message: /^Cannot show "a": its default export is undefined; export default defineEmail/,
    line: null,
  },
  {
    name: "a default export that is an element",
    code: `export default <p>PreviewProps</p>;\nexport const PreviewProps = {};`,
    phase: "load",
    message: /its default export is a React element/,
    line: null,
  },
];

test.each(cases)("$name is told with its place", async ({ code, phase, message, line }) => {
  const preview = await openPreview({ "emails/a.tsx": code });
  const failure = await failureOf(preview, "a");
  expect(failure.phase).toBe(phase);
  expect(failure.message).toMatch(message);
  expect(failure.message).not.toContain("\u001b");
  expect(failure.location?.line ?? null).toBe(line);
  if (line !== null) {
    expect(failure.location?.file).toBe("emails/a.tsx");
    expect(failure.codeFrame).toMatch(new RegExp(`^> ${line} \\| `, "m"));
  }
  expect(failure.stack.join("\n")).not.toMatch(/module-runner|node:internal|letterpress\/src/);
});

test("the stack begins in the project's files", async () => {
  const preview = await openPreview({
    "emails/components/inner.tsx": `export function Inner(): never {\n  throw new Error("deep");\n}\n`,
    "emails/a.tsx": emailShowing(
      "{Inner() as never}",
      `import { Inner } from "./components/inner.tsx";`,
    ),
  });
  const failure = await failureOf(preview, "a");
  expect(failure.location).toMatchObject({ file: "emails/components/inner.tsx", line: 2 });
  expect(failure.stack[0]).toMatch(/^Inner \(emails\/components\/inner\.tsx:2:\d+\)$/);
  expect(failure.stack[1]).toMatch(/^Letter \(emails\/a\.tsx:7:\d+\)$/);
});

test("the components that led to the error are told, the one that failed first", async () => {
  const preview = await openPreview({
    "emails/components/part.tsx": `interface Unused {
  readonly a: string;
}
function Inner(): never {
  throw new Error("deep");
}
export function Part() {
  return (
    <p>
      <Inner />
    </p>
  );
}
`,
    "emails/a.tsx": `import { Body, Html } from "@react-email/components";
import { Part } from "./components/part.tsx";
export default function Letter() {
  return <Html><Body><Part /></Body></Html>;
}
Letter.PreviewProps = {};
`,
  });
  const { components } = await failureOf(preview, "a");
  expect(components?.map(({ name, place }) => `${name} ${place.file}:${place.line}`)).toEqual([
    "Inner emails/components/part.tsx:5",
    "Part emails/components/part.tsx:10",
    "Letter emails/a.tsx:4",
  ]);
});

describe("what an email writes to the console", () => {
  const lines = async (preview: TestPreview) =>
    (await preview.view("a")).console?.map(
      ({ level, text, place, count }) => `${level} ${text} ${place?.line} ×${count}`,
    );

  test("is told with its place, of the load as of each render", async () => {
    const code = `interface Unused {
  readonly a: string;
}
console.info("load %s", "once", { deep: [1] });
export default function Letter() {
  for (const row of [1, 2, 3]) console.warn("row");
  console.log("x".repeat(2100));
  return <p>A</p>;
}
Letter.PreviewProps = {};
`;
    const preview = await openPreview({ "emails/a.tsx": code, "emails/b.tsx": emailShowing("B") });
    const expected = [
      "info load once { deep: [ 1 ] } 4 ×1",
      "warn row 6 ×3",
      `log ${"x".repeat(2000)}… 7 ×1`,
    ];
    expect(await lines(preview)).toEqual(expected);
    expect(await lines(preview)).toEqual(expected);
    expect((await preview.view("b")).console).toEqual([]);
  });

  test("is told of an email that fails, too, and only once", async () => {
    const preview = await openPreview({
      "emails/a.tsx": `export default function Letter(): never {
  console.error("before");
  throw new Error("no");
}
Letter.PreviewProps = {};
`,
    });
    expect(await lines(preview)).toEqual(["error before 2 ×1"]);
  });

  test("is cut where it does not end", async () => {
    const preview = await openPreview({
      "emails/a.tsx": `for (let i = 0; i < 150; i += 1) console.debug(i);
export default () => <p>A</p>;
export const PreviewProps = {};
`,
    });
    expect(await lines(preview)).toHaveLength(100);
  });
});

test("a variant that fails leaves the others, and shows its own last good render", async () => {
  const preview = await openPreview({ "emails/a.tsx": emailShowing("good") });
  await preview.html("a", "long-name");
  await preview.html("a");
  const events = await preview.events();
  preview.write(
    "emails/a.tsx",
    emailShowing("{name.length > 5 ? (() => { throw new Error('too long'); })() : 'short'}"),
  );
  await events.next("changed");
  const failure = await failureOf(preview, "a", "long-name");
  expect(failure.lastGood?.html).toContain("good for");
  expect(failure.lastGood?.subject).toBe("Hello Ada Lovelace");
  expect(await preview.html("a")).toContain("short for");
  const view = await preview.view("a", "long-name");
  expect(view.variants.map(({ slug }) => slug)).toEqual(["default", "long-name"]);
});

test("a broken email recovers when it is fixed", async () => {
  const preview = await openPreview({ "emails/a.tsx": emailShowing("good") });
  await preview.html("a");
  const events = await preview.events();
  preview.write("emails/a.tsx", emailShowing("<p>").replace("<body>", ""));
  await events.next("changed");
  expect((await failureOf(preview, "a")).lastGood?.html).toContain("good for");
  preview.write("emails/a.tsx", emailShowing("fixed"));
  await events.next("changed");
  expect(await preview.html("a")).toContain("fixed for");
});

test("a broken part recovers the emails that import it", async () => {
  const preview = await openPreview({
    "emails/components/part.tsx": `export const part = <b>;`,
    "emails/a.tsx": emailShowing("{part}", `import { part } from "./components/part.tsx";`),
  });
  expect((await failureOf(preview, "a")).location?.file).toBe("emails/components/part.tsx");
  const events = await preview.events();
  preview.write("emails/components/part.tsx", `export const part = <b>fixed</b>;`);
  expect((await events.next("changed")).ids).toEqual(["a"]);
  expect(await preview.html("a")).toContain("<b>fixed</b>");
});

test("an email whose import was missing recovers when the file is created, wherever it is", async () => {
  const preview = await openPreview({
    "emails/a.tsx": emailShowing("{part}", `import { part } from "./components/deep/part";`),
    "emails/b.tsx": emailShowing("{inner}", `import { inner } from "../lib/outer.ts";`),
    "lib/outer.ts": `export { inner } from "./inner.ts";`,
  });
  await failureOf(preview, "a");
  expect((await failureOf(preview, "b")).location).toMatchObject({ file: "lib/outer.ts", line: 1 });
  const events = await preview.events();
  preview.write("emails/components/deep/part.tsx", `export const part = "here now";`);
  await events.next("changed", ({ ids }) => ids?.includes("a") === true);
  expect(await preview.html("a")).toContain("here now");
  await failureOf(preview, "b");
  preview.write("lib/inner.ts", `export const inner = "inner now";`);
  await events.next("changed", ({ ids }) => ids?.includes("b") === true);
  expect(await preview.html("b")).toContain("inner now");
});

test("a config above the project that cannot be read fails no email that has its own", async () => {
  const preview = await openPreview({
    "../tsconfig.json": '{ "extends": "@company/tsconfig/base.json" }',
    "tsconfig.json": '{ "compilerOptions": { "jsx": "react-jsx" }, "include": ["**/*.tsx"] }',
    "emails/a.tsx": "export default function A() { return <p>A here</p>; }",
  });
  expect(await preview.html("a")).toContain("A here");
});

test("the save of an email that is not loaded yet is a change of it", async () => {
  const preview = await openPreview({ "emails/a.tsx": emailShowing("A") });
  const events = await preview.events();
  preview.write("emails/a.tsx", emailShowing("A, later"));
  expect(await events.next("changed")).toMatchObject({ ids: ["a"] });
  expect(await preview.html("a")).toContain("A, later for");
});

test("an email that never ends holds up no other", async () => {
  const preview = await openPreview({
    "emails/hangs.tsx": emailShowing("never", "await new Promise(() => {});"),
    "emails/a.tsx": emailShowing("A"),
  });
  // Answered with the closing of the server, at the latest.
  preview.view("hangs").catch(() => undefined);
  expect(await preview.html("a")).toContain("A for");
  const events = await preview.events();
  preview.write("emails/hangs.tsx", emailShowing("ends now"));
  await events.next("changed");
  expect(await preview.html("hangs")).toContain("ends now for");
});
