import { existsSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { exportPreview } from "letterpress/vite";
import { beforeAll, describe, expect, onTestFinished, test } from "vitest";
import type { EmailView, Project } from "../../preview/protocol/index.ts";
import { createProject, emailShowing, type TestProject } from "../preview/server/test-project.ts";
import { buildCli, runCli } from "./run-cli.ts";

beforeAll(buildCli);

const odd = `it's 100% "odd"`;

/** An email with a picture, in two languages; one of its variants fails. */
const pictured = `import { defineEmail } from "letterpress";

function Pictured({ locale, broken }: { locale: "en" | "de"; broken?: boolean }) {
  if (broken) throw new Error("no such order");
  return (
    <html lang={locale}>
      <body background="/static/paper.png">
        <img src="/static/icons/logo.png" alt="" />
        {locale === "de" ? "Danke" : "Thank you"}
      </body>
    </html>
  );
}
export default defineEmail({
  id: "shop/pictured",
  component: Pictured,
  subject: ({ locale }) => (locale === "de" ? "Bestellung" : "Order"),
  locales: ["en", "de"],
  variants: { default: { locale: "en" }, index: { locale: "en" }, "No order": { locale: "en", broken: true } },
});
`;

const endless = `import { defineEmail } from "letterpress";

function Endless() {
  for (;;) {}
}
export default defineEmail({ id: "endless", component: Endless, subject: "Never", variants: { default: {}, other: {} } });
`;

function openProject(files: Readonly<Record<string, string>>): TestProject {
  const project = createProject(files);
  onTestFinished(() => project.dispose());
  return project;
}

/** Every file of a folder with what is in it. */
function readAll(folder: string): Record<string, string> {
  const names = readdirSync(folder, { recursive: true, encoding: "utf8" }).sort();
  const files = names.filter((name) => statSync(join(folder, name)).isFile());
  return Object.fromEntries(
    files.map((name) => [name, readFileSync(join(folder, name), "latin1")]),
  );
}

async function runExport(project: TestProject, args: readonly string[] = []) {
  const command = runCli(["export", ...args], project.root);
  const code = await command.ends();
  const read = (path: string) => readFileSync(project.path(join("dist/export", path)), "utf8");
  return { code, printed: command.printed(), read, json: (path: string) => JSON.parse(read(path)) };
}

describe("letterpress export", () => {
  test("--json prints one line for a program; progress and words go to standard error", async () => {
    const project = openProject({
      "emails/a.tsx": emailShowing("A"),
      "emails/shop/pictured.tsx": pictured,
    });
    const command = runCli(["export", "--json"], project.root);
    expect(await command.ends()).toBe(1);
    expect(command.output()).toMatch(/^\{.*\}\n$/);
    const { failures, warnings, ...rest } = JSON.parse(command.output());
    expect(rest).toEqual({
      ...{ outDir: "dist/export", emailCount: 2, variantCount: 11, notEditable: [] },
      fileCount: expect.any(Number),
    });
    expect(failures.map(({ locale }: { locale: string | null }) => locale)).toEqual([
      ...[null, "en", "de"],
    ]);
    expect(failures[0]).toMatchObject({
      ...{ id: "shop/pictured", variant: "No order", message: expect.stringContaining("no such") },
      place: expect.stringMatching(/^emails\/shop\/pictured\.tsx:4:/),
    });
    expect(warnings[0]).toMatchObject({ id: "shop/pictured", message: expect.any(String) });
    expect(command.errors()).toMatch(/^ {2}\d\/2 {2}a {2}2 variants$/m);
    expect(command.errors()).toContain("Exported, but 1 email failed");
  });

  test("writes app, data and plain files; one bad and one endless email stop no other", async () => {
    const project = openProject({
      "emails/a.tsx": emailShowing("A"),
      [`emails/${odd}.tsx`]: emailShowing("Odd"),
      "emails/shop/pictured.tsx": pictured,
      "emails/shop/unloadable.tsx": `import "./nowhere.ts";\n${emailShowing("Never")}`,
      "emails/endless.tsx": endless,
      "emails/static/icons/logo.png": "png",
      ".env": "POSTMARK_SERVER_TOKEN=0f5c1c0e-2d5f-4b6a-9c0e-7a1b2c3d4e5f\n",
    });
    const { code, printed, read, json } = await runExport(project, ["--timeout", "4"]);

    // What went wrong is told at the end, with its place, and by the exit code.
    expect(code).toBe(1);
    expect(printed).toMatch(/^ {2}\d\/5 {2}a {2}2 variants$/m);
    expect(printed).toMatch(/^ {2}\d\/5 {2}shop\/pictured {2}failed$/m);
    expect(printed).toMatch(/\n {2}5 emails, 15 variants exported into dist\/export in [\d.]+ s\n/);
    expect(printed).toMatch(/^shop\/pictured \(No order, de\): .*no such order/m);
    expect(printed).toMatch(/^ {2}emails\/shop\/pictured\.tsx:4:/m);
    expect(printed).toMatch(/^shop\/unloadable: .*nowhere/m);
    expect(printed).toMatch(/^endless \(default\): /m);
    expect(printed).not.toMatch(/^endless \(other\)/m);
    expect(printed).toMatch(/Exported, but 3 emails failed, as shown above/);

    // Plain files, for others to use.
    expect(read("emails/a/default.html")).toMatch(/A for (<!-- -->)?Ada/);
    expect(read(`emails/${odd}/long-name.txt`)).toContain("Odd for Ada Lovelace");
    expect(json("emails/shop/pictured/default.de.json")).toMatchObject({
      ...{ id: "shop/pictured", variant: "default", locale: "de", status: "rendered" },
      ...{ subject: "Bestellung", html: "default.de.html", text: "default.de.txt" },
      ...{ htmlBytes: expect.any(Number), textBytes: 5 },
      warnings: [
        expect.objectContaining({
          code: "image-not-found",
          message: expect.stringContaining("/paper.png"),
        }),
      ],
    });
    expect(json("emails/shop/pictured/no-order.json")).toMatchObject({ status: "failed" });
    expect(read("emails/shop/pictured/default.html")).toContain(
      `src="../../../static/icons/logo.png"`,
    );
    expect(read("emails/shop/pictured/index_.html")).toContain("../../../static/paper.png");
    expect(read("static/icons/logo.png")).toBe("png");

    // What the app reads: as the live preview answers, without what concerns nobody else.
    const project_: Project = json("api/project.json");
    expect(project_).toMatchObject({ name: "shop", realServer: null });
    const view: EmailView = json("api/emails/shop/pictured/default.de.json");
    expect(view.result).toMatchObject({ subject: "Bestellung", renderMs: 0 });
    expect(view.result.status === "rendered" && view.result.html).toContain(
      `src="/static/icons/logo`,
    );
    expect(json(`api/source/${odd}/default.json`).code).toContain("Odd for");
    const all = Object.entries(readAll(project.path("dist/export")));
    for (const [name, content] of all) {
      expect
        .soft(content.includes(project.root), `${name} tells where the project lies`)
        .toBe(false);
      expect.soft(content.includes("0f5c1c0e-2d5f"), `${name} holds the token`).toBe(false);
    }
  });

  test("gives the same bytes again, takes away what it left, and leaves alone what is not its own", async () => {
    const project = openProject({
      "emails/a.tsx": emailShowing("A"),
      "emails/b.tsx": emailShowing("B"),
      "dist/export/.git/HEAD": "ref: refs/heads/pages",
    });
    expect((await runExport(project)).code).toBe(0);
    const folder = project.path("dist/export");
    const before = readAll(folder);
    const writtenAt = statSync(join(folder, "emails/a/default.html")).mtimeMs;
    project.write("dist/export/CNAME", "mails.example");
    project.remove("emails/b.tsx");
    const { code, printed } = await runExport(project, [
      "--no-source",
      "--image-base",
      "https://x.example",
    ]);
    expect([code, printed]).toEqual([0, expect.stringContaining("1 email, 2 variants exported")]);
    const after = readAll(folder);
    const changed = new Set([
      "api/emails.json",
      "api/check-counts.json",
      ".letterpress-export.json",
    ]);
    const gone = Object.keys(before).filter((name) => !(name in after));
    const expected = /\/b\/|^(api\/(source|props)|_letterpress\/emails)\//;
    expect(gone.filter((name) => !expected.test(name))).toEqual([]);
    expect(gone).toContain("emails/b/long-name.html");
    expect(existsSync(join(folder, "emails/b"))).toBe(false);
    for (const name of Object.keys(before)) {
      // Without the sources, findings name no place in them.
      if (name.startsWith("api/checks/")) continue;
      if (name in after && !changed.has(name) && !name.endsWith("index.html"))
        expect(after[name], name).toBe(before[name]);
    }
    expect(after).toMatchObject({ CNAME: "mails.example", ".git/HEAD": "ref: refs/heads/pages" });
    expect(before["index.html"]).toContain(`content="source props"`);
    expect(after["index.html"]).toContain(`content=""`);
    expect(statSync(join(folder, "emails/a/default.html")).mtimeMs).toBe(writtenAt);
    expect(Object.keys(after).filter((name) => name.includes("unfinished"))).toEqual([]);
  });

  test("is the same to the byte wherever it is written, and whenever", async () => {
    const { root } = openProject({
      "emails/shop/pictured.tsx": pictured,
      "emails/static/icons/logo.png": "png",
    });
    const [one, two] = ["site/one", "two"] as const;
    for (const outDir of [one, two]) await exportPreview({ root, outDir });
    const first = readAll(join(root, one));
    expect(Object.keys(first)).toContain("api/props/shop/pictured/default.json");
    expect(readAll(join(root, two))).toEqual(first);
  });

  test("refuses a folder that is not its own, one that holds the emails, and a project without any", async () => {
    const project = openProject({ "emails/a.tsx": emailShowing("A") });
    for (const [folder, reason] of [
      ["site", "holds files that no export wrote; empty it, or name another folder with --out"],
      ["emails/out", "is not apart from the emails"],
      [".", "is not apart from the emails"],
    ] as const) {
      const file = project.path(join("site", "index.html"));
      mkdirSync(dirname(file), { recursive: true });
      writeFileSync(file, "mine");
      const { code, printed } = await runExport(project, ["--out", folder]);
      expect([folder, code]).toEqual([folder, 1]);
      expect(printed).toContain(reason);
      expect(readFileSync(file, "utf8")).toBe("mine");
    }
    const empty = await runExport(project, ["--emails", "mail"]);
    expect([empty.code, empty.printed]).toEqual([
      1,
      `Cannot export: ${project.path("mail")} is not there; name another with --emails\n`,
    ]);
  });

  test("says what it does not know, and exits with 2", async () => {
    const project = openProject({});
    const option = await runExport(project, ["--ouput", "x"]);
    expect(option.code).toBe(2);
    expect(option.printed).toMatch(
      /^Cannot run export: unknown option '--ouput'\n\nUsage: letterpress export/,
    );
    const timeout = await runExport(project, ["--timeout", "soon"]);
    expect(timeout.printed).toMatch(/^Cannot run export: --timeout must be a number of seconds/);
    const base = await runExport(project, ["--image-base", "shop"]);
    expect(base.code).toBe(2);
    expect(base.printed).toMatch(/^Cannot run export: --image-base must be an address such as/);
  });
});
