import type { Plugin } from "vite";
import { expect, test } from "vitest";
import { openPreview } from "./open-preview.ts";
import { emailShowing, tsconfig } from "./test-project.ts";

/** An email that shows what an expression is worth. */
function showing(expression: string, imports: string): string {
  return emailShowing(`{String(${expression})}`, imports);
}

test("a saved email is told of by its id, and renders anew", async () => {
  const preview = await openPreview({
    "emails/a.tsx": emailShowing("old"),
    "emails/b.tsx": emailShowing("other"),
  });
  const before = await preview.view("a", "long-name");
  await preview.html("b");
  const events = await preview.events();
  preview.write("emails/a.tsx", emailShowing("new"));
  expect((await events.next("changed")).ids).toEqual(["a"]);
  const after = await preview.view("a", "long-name");
  expect(after.result).toMatchObject({ status: "rendered", subject: "Hello Ada Lovelace" });
  expect(await preview.html("a")).toContain("new for");
  expect(after.revision).toBeGreaterThan(before.revision);
  const types = events.seen.map(({ type }) => type).filter((type) => type !== "history");
  expect(types).toEqual(["changed", "edited"]);
});

test("a shared part changes the emails that use it, through others too, and runs no other", async () => {
  const counted = (name: string) =>
    `(globalThis as any).runs ??= {}; (globalThis as any).runs.${name} = ((globalThis as any).runs.${name} ?? 0) + 1;`;
  const preview = await openPreview({
    "emails/components/theme.ts": `export const theme = "red";`,
    "emails/components/layout.tsx": `export { theme } from "./theme.ts";`,
    "emails/a.tsx": showing(
      "theme",
      `import { theme } from "./components/layout.tsx"; ${counted("a")}`,
    ),
    "emails/b.tsx": showing(
      "theme",
      `import { theme } from "./components/theme.ts"; ${counted("b")}`,
    ),
    "emails/c.tsx": emailShowing("C", counted("c")),
    "emails/never-opened.tsx": showing("theme", `import { theme } from "./components/theme.ts";`),
    "emails/runs.tsx": showing("JSON.stringify((globalThis as any).runs)", ""),
  });
  for (const id of ["a", "b", "c"]) await preview.html(id);
  const events = await preview.events();
  preview.write("emails/components/theme.ts", `export const theme = "blue";`);
  expect([...((await events.next("changed")).ids ?? [])].sort()).toEqual(["a", "b"]);
  expect(await preview.html("a")).toContain("blue for");
  expect(await preview.html("b")).toContain("blue for");
  await preview.html("c");
  expect(await preview.html("never-opened")).toContain("blue for");
  const runs = (await preview.html("runs")).replaceAll("&quot;", '"');
  expect(runs).toContain(`{"a":2,"b":2,"c":1} for`);
});

test.each([
  [
    "JSON",
    "emails/data/prices.json",
    "prices.old",
    `import prices from "./data/prices.json";`,
    `{ "old": 1 }`,
    `{ "old": 2 }`,
    "1 for",
    "2 for",
  ],
  [
    "a named JSON export",
    "emails/prices.json",
    "total",
    `import { total } from "./prices.json";`,
    `{ "total": 1 }`,
    `{ "total": 2 }`,
    "1 for",
    "2 for",
  ],
  [
    "CSS as text",
    "emails/a.css",
    "css",
    `import css from "./a.css?raw";`,
    "a{color:red}",
    "a{color:blue}",
    "red",
    "blue",
  ],
  [
    "CSS inline",
    "emails/a.css",
    "css",
    `import css from "./a.css?inline";`,
    "a{color:red}",
    "a{color:blue}",
    "red",
    "blue",
  ],
  [
    "a file outside of emails/",
    "lib/format.ts",
    "format()",
    `import { format } from "../lib/format.ts";`,
    `export const format = () => "x";`,
    `export const format = () => "y";`,
    "x for",
    "y for",
  ],
  [
    "a file outside of the project",
    "../shared/name.ts",
    "shop",
    `import { shop } from "../../shared/name.ts";`,
    `export const shop = "one";`,
    `export const shop = "two";`,
    "one for",
    "two for",
  ],
  [
    "a file behind a path alias",
    "lib/brand.ts",
    "brand",
    `import { brand } from "@/brand";`,
    `export const brand = "one";`,
    `export const brand = "two";`,
    "one for",
    "two for",
  ],
])("a change of %s shows", async (_, file, expression, imports, old, fresh, before, after) => {
  const preview = await openPreview({
    "tsconfig.json": tsconfig({ "@/*": ["./lib/*"] }),
    [file]: old,
    "emails/a.tsx": showing(expression, imports),
  });
  expect(await preview.html("a")).toContain(before);
  await preview.isWatched([file]);
  const events = await preview.events();
  preview.write(file, fresh);
  expect((await events.next("changed")).ids).toEqual(["a"]);
  expect(await preview.html("a")).toContain(after);
});

test("a plain CSS import neither breaks the email nor goes unnoticed", async () => {
  const preview = await openPreview({
    "emails/a.css": "a{color:red}",
    "emails/a.tsx": emailShowing("A", `import "./a.css";`),
  });
  expect(await preview.html("a")).toContain("A for");
  const events = await preview.events();
  preview.write("emails/a.css", "a{color:blue}");
  expect((await events.next("changed")).ids).toEqual(["a"]);
});

test("process.env is the server's own", async () => {
  process.env.SHOP_NAME = "Paper & Co";
  const preview = await openPreview({ "emails/a.tsx": showing("process.env.SHOP_NAME", "") });
  expect(await preview.html("a")).toContain("Paper &amp; Co for");
  delete process.env.SHOP_NAME;
});

test("a save in the first moments of the server, before it watches the disk, is seen", async () => {
  const preview = await openPreview({ "emails/a.tsx": emailShowing("first") }, { atOnce: true });
  await preview.html("a");
  const events = await preview.events();
  preview.write("emails/a.tsx", emailShowing("second"));
  await events.next("changed");
  expect(await preview.html("a")).toContain("second for");
});

test("two saves in quick succession end in the second", async () => {
  const preview = await openPreview({ "emails/a.tsx": emailShowing("first") });
  await preview.html("a");
  const events = await preview.events();
  preview.write("emails/a.tsx", emailShowing("second"));
  await events.next("changed");
  preview.write("emails/a.tsx", emailShowing("third"));
  await events.next("changed");
  expect(await preview.html("a")).toContain("third for");
});

test("a file that is emptied before it is written does not show as broken in between", async () => {
  const preview = await openPreview({ "emails/a.tsx": emailShowing("first") });
  await preview.html("a");
  const events = await preview.events();
  preview.write("emails/a.tsx", "");
  setTimeout(() => preview.write("emails/a.tsx", emailShowing("second")), 20);
  await events.next("changed");
  expect(await preview.html("a")).toContain("second for");
  expect(events.seen.filter(({ type }) => type === "emails")).toEqual([]);
});

test("a render asked for while the file before was still being read shows the file after", async () => {
  let tellReading = () => {};
  const reading = new Promise<void>((resolve) => {
    tellReading = resolve;
  });
  let finish = () => {};
  const finished = new Promise<void>((resolve) => {
    finish = resolve;
  });
  const slowRead: Plugin = {
    name: "test:slow-read",
    async transform(code, id) {
      if (!id.endsWith("/emails/a.tsx") || !code.includes("second")) return;
      tellReading();
      await finished;
    },
  };
  const preview = await openPreview(
    { "emails/a.tsx": emailShowing("first") },
    { plugins: [slowRead] },
  );
  await preview.html("a");
  const events = await preview.events();
  preview.write("emails/a.tsx", emailShowing("second"));
  await events.next("changed");
  const early = preview.html("a");
  await reading;
  preview.write("emails/a.tsx", emailShowing("third"));
  await events.next("changed");
  const late = preview.html("a");
  // The question has reached the server once it answers the next one.
  await preview.ids();
  finish();
  expect(await late).toContain("third for");
  await early;
});
