import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, onTestFinished, test } from "vitest";
import type { RenderFailure } from "../../../preview/protocol/index.ts";
import { openPreview, type TestPreview } from "./open-preview.ts";
import { emailShowing } from "./test-project.ts";

/** Enough for a first render on a busy machine; the default would make these tests slow. */
const renderTimeoutMs = 1_500;

async function failureOf(preview: TestPreview, id: string): Promise<RenderFailure> {
  const { result } = await preview.view(id);
  if (result.status === "failed") return result;
  throw new Error(`${id} renders`);
}

/** An email with a component that does something before it renders. */
const rendering = (code: string) => `import { defineEmail } from "letterpress";
function Spinner() {
  ${code}
  return <p>never</p>;
}
export default defineEmail({
  id: "a",
  component: () => <html><body><Spinner /></body></html>,
  subject: "A",
  variants: { default: {} },
});
`;

const loop = "for (let i = 0; ; i += 1) if (i < 0) break;";

test.each([
  {
    name: "a loop in a component",
    code: rendering(loop),
    phase: "render",
    message:
      /^Cannot render "a": it ran for 1\.5 s without an end and was ended; look for a loop that never ends in Spinner$/,
    line: 3,
  },
  {
    name: "a loop of promises in a module",
    code: `${emailShowing("A")}for (;;) await null;\n`,
    phase: "load",
    message: /^Cannot load "a": it ran for 1\.5 s without an end/,
    line: 18,
  },
  {
    name: "a loop in a module that is imported",
    code: emailShowing("{part}", `import { part } from "./components/part.ts";`),
    phase: "load",
    message: /^Cannot load "a": it ran for 1\.5 s without an end/,
    file: "emails/components/part.ts",
    line: 2,
  },
  {
    name: "a promise in a module that never settles",
    code: emailShowing("A", "await new Promise(() => {});"),
    phase: "load",
    message: /^Cannot load "a": the module was not done after 3 s; look for an await/,
    line: null,
  },
  {
    name: "a component that stays suspended",
    code: rendering("throw new Promise(() => {});"),
    phase: "render",
    message: /still suspended after 1500 ms/,
    // Where the element was written.
    line: 8,
  },
])("$name is ended and told of", async ({ code, phase, message, line, file = "emails/a.tsx" }) => {
  const preview = await openPreview(
    {
      "emails/a.tsx": code,
      "emails/components/part.ts": `export const part = "x";\n${loop}\n`,
      "emails/b.tsx": emailShowing("B"),
    },
    { renderTimeoutMs },
  );
  const failing = failureOf(preview, "a");
  // The server answers meanwhile, and what another email asked for is not lost.
  expect(await preview.ids()).toEqual(["a", "b"]);
  expect(await preview.html("b")).toContain("B for");
  const failure = await failing;
  expect(failure).toMatchObject({ phase, endless: true });
  const { variants } = await preview.view("a");
  expect(variants.length).toBe(phase === "load" ? 0 : 1);
  expect(failure.message).toMatch(message);
  if (line === null) return;
  expect(failure.location).toMatchObject({ file, line });
  expect(failure.codeFrame).toMatch(new RegExp(`^> *${line} \\| `, "m"));
  expect(failure.stack.join("\n")).not.toMatch(/module-runner|node:|react-dom-server-legacy\.x/);
});

test("what Vite takes to make a module is not the email's time", async () => {
  // The limit of a load is twice that of a render.
  const slow = {
    name: "slow",
    async transform(_: string, id: string) {
      if (id.endsWith("part.ts")) await new Promise((resolve) => setTimeout(resolve, 1_300));
    },
  };
  const preview = await openPreview(
    {
      "emails/a.tsx": emailShowing("{part}", `import { part } from "./components/part.ts";`),
      "emails/components/part.ts": `export const part = "slow";\n`,
    },
    { renderTimeoutMs: 500, plugins: [slow] },
  );
  expect(await preview.html("a")).toContain("slow for");
});

test("an email that never ended is not tried again before it changes", async () => {
  const folder = mkdtempSync(join(tmpdir(), "letterpress-runs-"));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  const file = JSON.stringify(join(folder, "runs"));
  const runs = () => readFileSync(join(folder, "runs"), "utf8").length;
  const counted = `process.getBuiltinModule("fs").appendFileSync(${file}, "x");\n${loop}`;
  const preview = await openPreview(
    { "emails/a.tsx": rendering(counted), "emails/b.tsx": emailShowing("B") },
    { renderTimeoutMs },
  );
  const first = await failureOf(preview, "a");
  const runsBefore = runs();
  expect(runsBefore).toBeGreaterThan(0);
  expect(await failureOf(preview, "a")).toEqual(first);
  expect(runs()).toBe(runsBefore);
  const events = await preview.events();
  preview.write("emails/a.tsx", emailShowing("fixed"));
  await events.next("changed");
  expect(await preview.html("a")).toContain("fixed for");
});

test("emails that do not end hold up no other, however many of them there are", async () => {
  const names = ["loop-1", "loop-2", "loop-3"];
  const preview = await openPreview(
    {
      ...Object.fromEntries(names.map((name) => [`emails/${name}.tsx`, rendering(loop)])),
      "emails/b.tsx": emailShowing("B"),
      "emails/c.tsx": emailShowing("C"),
    },
    // None of them is ended while this test lasts.
    { renderTimeoutMs: 120_000 },
  );
  const ended: string[] = [];
  const looping = names.map((name) =>
    preview
      .view(name)
      .catch(() => undefined)
      .finally(() => ended.push(name)),
  );
  // Asked for together with them, and while they go on; the second time in the newest state.
  expect(await preview.html("b")).toContain("B for");
  expect(await preview.html("c")).toContain("C for");
  const events = await preview.events();
  preview.write("emails/b.tsx", emailShowing("B once more"));
  await events.next("changed");
  expect(await preview.html("b")).toContain("B once more for");
  expect(ended).toEqual([]);
  await preview.server.close();
  await Promise.all(looping);
});

test("emails that never end are ended side by side, each by its own name", async () => {
  const folder = mkdtempSync(join(tmpdir(), "letterpress-runs-"));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  const names = ["loop-1", "loop-2", "loop-3"];
  const fileOf = (name: string) => join(folder, name);
  const code = (name: string) =>
    rendering(
      `process.getBuiltinModule("fs").appendFileSync(${JSON.stringify(fileOf(name))}, "x");\n${loop}`,
    ).replace('id: "a"', `id: "${name}"`);
  const preview = await openPreview(
    Object.fromEntries(names.map((name) => [`emails/${name}.tsx`, code(name)])),
    { renderTimeoutMs },
  );
  const failures = await Promise.all(names.map((name) => failureOf(preview, name)));
  expect(failures.map(({ message }) => message)).toEqual(
    names.map((name) => expect.stringMatching(`^Cannot render "${name}": .*never ends in Spinner`)),
  );
  // None of them was tried again because of another.
  for (const name of names) expect(readFileSync(fileOf(name), "utf8")).toBe("x");
});

test("an email that ends its process or throws later ends nothing", async () => {
  const preview = await openPreview({
    "emails/exits.tsx": emailShowing("A", "process.exit(3);"),
    "emails/later.tsx": emailShowing("A", `setTimeout(() => { throw new Error("later"); }, 0);`),
    "emails/b.tsx": emailShowing("B"),
  });
  const failure = await failureOf(preview, "exits");
  expect(failure.message).toBe("Cannot end the process: an email called process.exit(3)");
  expect(failure.location).toMatchObject({ file: "emails/exits.tsx", line: 2 });
  expect(await preview.html("later")).toContain("A for");
  expect(await preview.html("b")).toContain("B for");
});

test("an email that takes all memory takes it from nobody else", async () => {
  const hog = "const kept: unknown[] = []; for (;;) kept.push(new Array(1e6).fill(0.5));";
  const preview = await openPreview(
    { "emails/hog.tsx": rendering(hog), "emails/b.tsx": emailShowing("B") },
    { renderTimeoutMs: 60_000 },
  );
  expect((await failureOf(preview, "hog")).message).toMatch(/^Cannot show "hog": .*memory/);
  expect(await preview.html("b")).toContain("B for");
});
