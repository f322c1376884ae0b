import { existsSync, readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import type { ChangePlan, SourceChange } from "../../../../preview/protocol/index.ts";
import { openPreview, type TestPreview } from "../open-preview.ts";
import { tsconfig } from "../test-project.ts";

const email = (id: string, more = "") => `import { defineEmail } from "letterpress";
${more}
export default defineEmail({
  id: "${id}",
  component: ({ name }: { name: string }) => <html lang="en"><body><p>Hello, {name}</p></body></html>,
  subject: "Hello",
  variants: { default: { name: "Ada" }, "for Eve": { name: "Eve" } },
});
`;

async function ask(preview: TestPreview, change: SourceChange, version: string | null) {
  const response = await preview.request("/api/changes", {
    method: "POST",
    headers: { "content-type": "application/json", "x-letterpress": "1" },
    body: JSON.stringify({ change, version }),
  });
  return {
    status: response.status,
    ...((await response.json()) as ChangePlan & { error: string }),
  };
}

/** Plans a change, and writes that plan. */
async function make(preview: TestPreview, change: SourceChange) {
  const { version } = await ask(preview, change, null);
  return ask(preview, change, version);
}

async function undo(preview: TestPreview, token: string | null) {
  const response = await preview.request("/api/undo-change", {
    method: "POST",
    headers: { "content-type": "application/json", "x-letterpress": "1" },
    body: JSON.stringify({ undo: token }),
  });
  return { status: response.status, ...((await response.json()) as { error: string }) };
}

const read = (preview: TestPreview, file: string) => readFileSync(preview.path(file));
const text = (preview: TestPreview, file: string) => read(preview, file).toString();

describe("a new email", () => {
  test("is made in an empty folder, renders, and is taken back", async () => {
    const preview = await openPreview({ "emails/.gitkeep": "" });
    const plan = await ask(
      preview,
      { kind: "new-email", path: "account/welcome", starter: "plain" },
      null,
    );
    expect(plan.files).toMatchObject([{ file: "emails/account/welcome.tsx", before: null }]);
    expect(existsSync(preview.path("emails/account"))).toBe(false);
    const events = await preview.events();
    const made = await make(preview, {
      ...{ kind: "new-email", path: "account/welcome", starter: "plain" },
    });
    expect(made).toMatchObject({ status: 200, emailId: "account/welcome" });
    await events.next("emails");
    expect(await preview.html("account/welcome")).toContain("Ada");
    expect(await undo(preview, made.undo)).toMatchObject({ status: 200 });
    expect(existsSync(preview.path("emails/account"))).toBe(false);
    expect(await undo(preview, made.undo)).toMatchObject({ status: 404 });
  });

  test.each([
    ["../up", "it is no path below the folder of the emails"],
    ["components/box", "the folder components holds no emails"],
    ["a", "emails/a.tsx is there already"],
  ])("is refused as %s", async (path, reason) => {
    const preview = await openPreview({ "emails/a.tsx": email("a") }, { atOnce: true });
    const answer = await ask(preview, { kind: "new-email", path, starter: "plain" }, null);
    expect(answer).toMatchObject({ status: 409, error: expect.stringContaining(reason) });
  });
});

describe("an email that is renamed", () => {
  const files = {
    "emails/account/welcome.tsx": email(
      "account/welcome",
      `import { brand } from "../components/brand";\nimport help from './_help.ts';\nconst logo = new URL("../static/logo.png", import.meta.url);\nvoid [brand, help, logo];\n`,
    ),
    "emails/account/_help.ts": "export default 1;\n",
    "emails/components/brand.ts": "export const brand = 1;\n",
    "emails/static/logo.png": "x",
    "src/send.ts": `import welcome from "../emails/account/welcome.tsx";\nimport again from '@emails/account/welcome';\ntype Welcome = typeof import("../emails/account/welcome.js");\nexport const lazy = () => import(\`../emails/account/welcome\`);\nexport const text = "../emails/account/welcome-back";\nvoid [welcome, again];\n`,
    "src/queue.ts": `export const emailId = "account/welcome";\n`,
    "tsconfig.json": tsconfig({ "@emails/*": ["./emails/*"] }),
  };

  test("moves with its id, its own imports and all that import it, and comes back byte by byte", async () => {
    const preview = await openPreview(files);
    const before = Object.keys(files).map((file) => read(preview, file));
    const change: SourceChange = {
      ...{ kind: "rename-email", emailId: "account/welcome", path: "start/here/hello" },
    };
    const events = await preview.events();
    const plan = await make(preview, change);
    expect(plan).toMatchObject({ status: 200, emailId: "start/here/hello" });
    expect(plan.notes).toEqual([
      "“account/welcome” is also written in src/queue.ts:1; that stays as it is",
    ]);
    const moved = text(preview, "emails/start/here/hello.tsx");
    expect(existsSync(preview.path("emails/account/welcome.tsx"))).toBe(false);
    for (const line of [
      'id: "start/here/hello"',
      'from "../../components/brand"',
      "from '../../account/_help.ts'",
      'new URL("../../static/logo.png"',
    ]) {
      expect(moved).toContain(line);
    }
    expect(text(preview, "src/send.ts")).toBe(
      files["src/send.ts"]
        .replace('"../emails/account/welcome.tsx"', '"../emails/start/here/hello.tsx"')
        .replace("'@emails/account/welcome'", "'@emails/start/here/hello'")
        .replace('"../emails/account/welcome.js"', '"../emails/start/here/hello.js"')
        .replace("`../emails/account/welcome`", "`../emails/start/here/hello`"),
    );
    await events.next("emails");
    expect(await preview.ids()).toEqual(["start/here/hello"]);
    expect(await preview.html("start/here/hello")).toContain("Hello, Ada");

    expect(await undo(preview, plan.undo)).toMatchObject({ status: 200 });
    expect(Object.keys(files).map((file) => read(preview, file))).toEqual(before);
    expect(existsSync(preview.path("emails/start"))).toBe(false);
  });

  test("is refused where it cannot be told what follows", async () => {
    const preview = await openPreview(
      {
        "emails/a.tsx": email("a"),
        "emails/taken.tsx": email("taken"),
        "emails/computed.tsx": email("computed")
          .replace('"computed"', "name")
          .replace("\n", '\nconst name = "computed";\n'),
        "emails/two.tsx": `${email("two")}\nexport const Other = () => <html lang="en" />;\nOther.PreviewProps = {};\n`,
        "src/send.ts": `import a from "@first";\nvoid a;\n`,
        "tsconfig.json": tsconfig({ "@first": ["./emails/a.tsx"] }),
      },
      { atOnce: true },
    );
    const rename = async (emailId: string, path: string) =>
      (await ask(preview, { kind: "rename-email", emailId, path }, null)).error;
    expect(await rename("a", "b")).toContain('src/send.ts:1 imports it as "@first"');
    expect(await rename("taken", "a")).toContain("emails/a.tsx is there already");
    expect(await rename("taken", "taken")).toContain("it is called so already");
    expect(await rename("taken", "_taken")).toContain('its name begins with "_"');
    expect(await rename("computed", "b")).toContain("its id is name, which is not written out");
    expect(await rename("two", "b")).toContain("its file holds other emails too (two/Other)");
    expect(await rename("gone", "b")).toContain('Cannot find the email "gone"');
  });

  test("is left alone when a file changed since the plan was looked at, and when one cannot be written", async () => {
    const preview = await openPreview({ "emails/a.tsx": email("a") }, { atOnce: true });
    const change = { kind: "rename-email", emailId: "a", path: "b" } as const;
    const { version } = await ask(preview, change, null);
    preview.write("emails/a.tsx", email("a", "// new"));
    expect(await ask(preview, change, version)).toMatchObject({
      ...{ status: 409, error: expect.stringContaining("the files changed meanwhile") },
    });
    const plan = await ask(preview, change, null);
    const written = await ask(preview, change, plan.version);
    preview.write("emails/a.tsx", email("a"));
    expect(await undo(preview, written.undo)).toMatchObject({
      ...{ status: 409, error: expect.stringContaining("emails/a.tsx: it is there already") },
    });
    expect(text(preview, "emails/b.tsx")).toContain("// new");
  });
});

describe("an email that is copied or deleted", () => {
  test("is copied with its own imports, under its own id", async () => {
    const preview = await openPreview({
      "emails/a.tsx": email("a", `import { brand } from "./components/brand";\nvoid brand;`),
      "emails/components/brand.ts": "export const brand = 1;\n",
    });
    const events = await preview.events();
    await make(preview, { kind: "duplicate-email", emailId: "a", path: "copies/a" });
    expect(text(preview, "emails/copies/a.tsx")).toBe(
      text(preview, "emails/a.tsx")
        .replace("./components", "../components")
        .replace('id: "a"', 'id: "copies/a"'),
    );
    await events.next("emails");
    expect(await preview.ids()).toEqual(["a", "copies/a"]);
  });

  test("goes with its empty folder, tells who imports it, and comes back byte by byte", async () => {
    const bytes = Buffer.concat([
      Buffer.from("\uFEFF// "),
      Buffer.from([0xff, 0xfe]),
      Buffer.from(`\r\n${email("x/a")}`),
    ]);
    const preview = await openPreview({
      "emails/x/a.tsx": "",
      "src/b.ts": `import a from "../emails/x/a";\nvoid a;\n`,
    });
    preview.write("emails/x/a.tsx", bytes as unknown as string);
    await expect.poll(() => preview.ids()).toEqual(["x/a"]);
    const plan = await make(preview, { kind: "delete-email", emailId: "x/a" });
    expect(plan).toMatchObject({
      ...{ status: 200, emailId: null, searched: 2 },
      notes: ["src/b.ts:1 imports it, and will not load"],
    });
    expect(existsSync(preview.path("emails/x"))).toBe(false);
    await expect.poll(() => preview.ids()).toEqual([]);
    await undo(preview, plan.undo);
    expect(read(preview, "emails/x/a.tsx")).toEqual(bytes);
    await expect.poll(() => preview.ids()).toEqual(["x/a"]);
  });

  test("is not touched through a link out of the project", async () => {
    const preview = await openPreview({
      "emails/a.tsx": email("a"),
      "emails/real.tsx": email("real"),
    });
    preview.link(preview.path("emails/real.tsx"), "emails/linked.tsx");
    await expect.poll(() => preview.ids()).toContain("linked");
    const answer = await ask(preview, { kind: "delete-email", emailId: "linked" }, null);
    expect(answer.error).toContain("it is a link to another file");
  });
});

describe("a variant", () => {
  test("is updated from edited props, renamed and deleted, each taken back", async () => {
    const preview = await openPreview({ "emails/a.tsx": email("a") });
    const before = text(preview, "emails/a.tsx");
    const updated = await make(preview, {
      ...{ kind: "update-variant", emailId: "a", variant: "for-eve", props: '{"name":"Zoe"}' },
    });
    expect(text(preview, "emails/a.tsx")).toBe(before.replace('"Eve"', '"Zoe"'));
    const renamed = await make(preview, {
      ...{ kind: "rename-variant", emailId: "a", variant: "for-eve", name: " for Zoe " },
    });
    expect(renamed).toMatchObject({ emailId: "a", variant: "for-zoe" });
    await expect
      .poll(async () => (await preview.view("a")).variants)
      .toEqual([
        { name: "default", slug: "default" },
        { name: "for Zoe", slug: "for-zoe" },
      ]);
    const deleted = await make(preview, {
      ...{ kind: "delete-variant", emailId: "a", variant: "for-zoe" },
    });
    expect(text(preview, "emails/a.tsx")).toContain('{ default: { name: "Ada" } }');
    for (const { undo: token } of [deleted, renamed, updated]) {
      expect(await undo(preview, token)).toMatchObject({ status: 200 });
    }
    expect(text(preview, "emails/a.tsx")).toBe(before);
  });
});

test("a request that is none names the field that is wrong", async () => {
  const preview = await openPreview({ "emails/a.tsx": email("a") }, { atOnce: true });
  const error = async (change: unknown) => (await ask(preview, change as SourceChange, null)).error;
  expect(await error({ kind: "burn" })).toContain("'change.kind' must be one of new-email");
  expect(await error({ kind: "rename-email", emailId: "a" })).toContain("'change.path'");
  expect(await error({ kind: "new-email", path: "b", starter: "x" })).toContain("'change.starter'");
});
