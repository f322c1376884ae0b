import { readdirSync, readFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { describe, expect, test } from "vitest";
import { findViolations, type SourceFile } from "./rules.ts";

const root = resolve(import.meta.dirname, "../..");

function readSources(folder: string): SourceFile[] {
  return readdirSync(join(root, folder), { recursive: true, encoding: "utf8" })
    .filter((name) => /\.tsx?$/.test(name) && !name.endsWith(".d.ts"))
    .map((name) => join(folder, name).replaceAll("\\", "/"))
    .map((path) => ({ path, code: readFileSync(join(root, path), "utf8") }));
}

const sources = ["src", "preview", "emails"].flatMap(readSources);

/** What the rules say when one file is added to, or replaced in, the real tree. */
function violationsWith(path: string, code: string): string[] {
  const others = sources.filter((file) => file.path !== path);
  const before = new Set(findViolations(sources).map((found) => found.message));
  return findViolations([...others, { path, code }])
    .map((found) => found.message)
    .filter((message) => !before.has(message));
}

describe("the layout", () => {
  test("keeps its promises", () => {
    expect(sources.length).toBeGreaterThan(50);
    expect(findViolations(sources)).toEqual([]);
  });

  test("holds no top-level folder but those given", () => {
    const allowed = ["emails", "src", "preview", "test", "docs"];
    const generated = ["node_modules", "dist", "coverage"];
    const folders = readdirSync(root, { withFileTypes: true })
      .filter((entry) => entry.isDirectory() && !entry.name.startsWith("."))
      .map((entry) => entry.name)
      .filter((name) => !generated.includes(name));
    expect(folders.sort()).toEqual(allowed.sort());
  });
});

describe("the rules notice", () => {
  test.each([
    [
      "src/message/spy.ts",
      `import "../transport/transport.ts";`,
      "message must not import transport",
    ],
    [
      "src/template/spy.ts",
      `import "../transport/transport.ts";`,
      "template must not import transport",
    ],
    ["src/sender/spy.ts", `import "../inbox/index.ts";`, "sender must not import inbox"],
    ["src/errors.ts", `export * from "./message/message.ts";`, "errors must not import message"],
    ["src/cli/spy.ts", `import "../../preview/server/index.ts";`, "cli must not import server"],
    ["src/cli/spy.ts", `import "letterpress/vite";`, "import each other by relative path"],
    [
      "src/template/spy.ts",
      `await import("../../emails/theme.ts");`,
      "template must not import emails",
    ],
    ["preview/app/spy.ts", `import "../server/index.ts";`, "app must not import server"],
    ["preview/app/spy.ts", `import "../../src/index.ts";`, "app must not import index"],
    ["preview/app/spy.ts", `import "node:fs";`, "must not import Node's modules"],
    ["preview/app/spy.ts", `import "../thread/index.ts";`, "app must not import thread"],
    ["preview/protocol/spy.ts", `import "../thread/index.ts";`, "protocol must not import thread"],
    ["preview/thread/spy.ts", `import "../server/index.ts";`, "thread must not import server"],
    ["preview/thread/spy.ts", `import { resolve } from "vite";`, "must not import Vite itself"],
    ["emails/spy.tsx", `import "../src/index.ts";`, "emails must not import index"],
    ["emails/spy.tsx", `import "lodash";`, "emails import only letterpress"],
    ["src/drawer/spy.ts", "export {};", `unknown room "drawer"`],
  ])("%s with %s", (path, code, message) => {
    expect(violationsWith(path, code)).toContainEqual(expect.stringContaining(message));
  });

  test("an SMTP server in what an app imports to send", () => {
    const code = `import { SMTPServer } from "smtp-server";\nexport { SMTPServer };`;
    expect(violationsWith("src/message/message.ts", code)).toContainEqual(
      expect.stringContaining("loads smtp-server with what an app imports to send"),
    );
  });

  test("a cycle", () => {
    const files = [
      { path: "src/message/a.ts", code: `import "./b.ts";` },
      { path: "src/message/b.ts", code: `import "./a.ts";` },
    ];
    expect(findViolations(files).map((found) => found.message)).toEqual([
      "imports itself: src/message/a.ts → src/message/b.ts → src/message/a.ts",
    ]);
  });

  test("an export without a doc comment, a read of the time, a file too long", () => {
    const code = `export function now() {\n  return Date.now();\n}\n${"\n".repeat(300)}`;
    expect(
      findViolations([{ path: "src/message/a.ts", code }]).map((found) => found.message),
    ).toEqual([
      "reads the time outside src/clock.ts: Date.now(",
      "exports now without a doc comment",
      "has 304 lines, more than 300",
    ]);
  });
});
