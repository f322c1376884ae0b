import { execFileSync } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { checkProject } from "letterpress/vite";
import { beforeAll, describe, expect, onTestFinished, test } from "vitest";
import { writeEmail } from "../../src/build/new-email/write-email.ts";
import { lookAtApp } from "../../src/cli/init/look-at-app.ts";
import { moveScript } from "../../src/cli/init/move-script.ts";
import { planApp } from "../../src/cli/init/plan-app.ts";
import { createProject } from "../preview/server/test-project.ts";
import { buildCli, runCli } from "./run-cli.ts";

const repository = resolve(import.meta.dirname, "../..");

function openProject(files: Readonly<Record<string, string>> = {}) {
  const project = createProject(files);
  onTestFinished(() => project.dispose());
  return project;
}

describe("letterpress new", () => {
  test("each starter type-checks, renders and passes every rule, in TypeScript and JavaScript", async () => {
    const project = openProject();
    const { root } = project;
    const write = (path: string, from: "plain" | "list" | "code") =>
      writeEmail({ root, emails: "emails", path, from });
    expect(await write("account/welcome-back", "plain")).toMatchObject({
      ...{ id: "account/welcome-back", file: "emails/account/welcome-back.tsx" },
    });
    await write("emails/orders/receipt.tsx", "list");
    await write("2fa", "code");
    await write("text", "plain");
    await write("plain/welcome.jsx", "plain");
    await write("plain/receipt.jsx", "list");
    expect(readFileSync(project.path("emails/plain/receipt.jsx"), "utf8")).not.toMatch(
      /interface|: number|as const/,
    );
    const { findings, unchecked, stateCount } = await checkProject({ root, configFile: false });
    expect([findings, unchecked, stateCount]).toEqual([[], [], 12]);
    const compilerOptions = {
      ...{ jsx: "react-jsx", module: "nodenext", target: "es2023", strict: true, noEmit: true },
      ...{ noUnusedLocals: true, exactOptionalPropertyTypes: true, skipLibCheck: true },
      paths: { letterpress: [join(repository, "src/index.ts")] },
      ...{ allowImportingTsExtensions: true, types: ["node"] },
    };
    project.write("tsconfig.json", JSON.stringify({ compilerOptions, include: ["emails"] }));
    const tsc = join(repository, "node_modules/typescript/bin/tsc");
    execFileSync(process.execPath, [tsc, "-p", root], { stdio: "pipe" });
  });

  test("overwrites nothing, whatever the ending, and refuses names that no email can have", async () => {
    const project = openProject({ "emails/welcome.jsx": "mine" });
    const write = (path: string) =>
      writeEmail({ root: project.root, emails: "emails", path, from: "plain" });
    await expect(write("welcome")).rejects.toThrow(/emails\/welcome\.jsx is there already/);
    for (const path of [
      "../x",
      "/x",
      "a//b",
      "con",
      "a/nul",
      "nul.old",
      "com¹",
      "a:b",
      "a#b",
      "_x",
      "components/x",
      "a?b",
    ]) {
      await expect(write(path), path).rejects.toThrow(/^Cannot call an email/);
    }
    expect(readFileSync(project.path("emails/welcome.jsx"), "utf8")).toBe("mine");
  });
});

describe("letterpress init", () => {
  beforeAll(buildCli);

  test("shows a plan and changes nothing unasked; with --yes it does it, and again there is nothing to do", async () => {
    const dependencies = { letterpress: "*", react: "19", "react-dom": "19", lightningcss: "1" };
    const devDependencies = {
      ...{ vite: "^8.0.0", "@react-email/components": "1", typescript: "5" },
      "@types/react": "19",
    };
    const project = openProject({
      "package.json": `{\n\t"name": "shop",\n\t"scripts": { "build": "tsc" },\n\t"dependencies": ${JSON.stringify(dependencies)},\n\t"devDependencies": ${JSON.stringify(devDependencies)}\n}\n`,
      "tsconfig.json": `{\n  // Ours.\n  "compilerOptions": { "strict": true }\n}\n`,
    });
    const before = readFileSync(project.path("package.json"), "utf8");
    const shown = runCli(["init"], project.root);
    expect(await shown.ends()).toBe(1);
    expect(shown.printed()).toContain("write  a first email into emails/");
    expect(shown.printed()).toContain("Nothing was changed; --yes does it");
    expect(readFileSync(project.path("package.json"), "utf8")).toBe(before);
    expect(existsSync(project.path("emails"))).toBe(false);

    const done = runCli(["init", "--yes"], project.root);
    expect(await done.ends()).toBe(0);
    const { scripts } = JSON.parse(readFileSync(project.path("package.json"), "utf8"));
    expect(scripts).toEqual({
      ...{ build: "tsc", "emails:dev": "letterpress dev", "emails:check": "letterpress check" },
      "emails:build": "letterpress build",
    });
    expect(readFileSync(project.path("tsconfig.json"), "utf8")).toMatch(
      /\/\/ Ours\.[\s\S]*"jsx": "react-jsx"/,
    );
    expect(existsSync(project.path("emails/welcome.tsx"))).toBe(true);
    const again = runCli(["init", "--yes", "--json"], project.root);
    expect(await again.ends()).toBe(0);
    expect(JSON.parse(again.printed())).toMatchObject({ steps: [], remarks: [] });
  });

  test("plans for an empty folder, a Next app with pnpm, and a project of React Email", () => {
    const commandsOf = (files: Readonly<Record<string, string>>) => {
      const project = openProject(files);
      if (!("package.json" in files)) project.remove("package.json");
      if (!("tsconfig.json" in files)) project.remove("tsconfig.json");
      const plan = planApp(lookAtApp(project.root, undefined));
      return {
        ...plan,
        files: plan.steps.flatMap((step) => (step.kind === "file" ? [step] : [])),
        commands: plan.steps.flatMap((step) => (step.kind === "run" ? [step.command] : [])),
      };
    };
    const empty = commandsOf({});
    expect(empty.files.map(({ file }) => file)).toEqual(["package.json", "tsconfig.json"]);
    expect(empty.commands).toEqual([
      "npm install letterpress lightningcss react react-dom",
      "npm install --save-dev vite@8 @react-email/components@1 typescript @types/react",
    ]);

    const installed = commandsOf({
      "package.json": `{ "dependencies": { "letterpress": "^0.1.0" } }`,
      "package-lock.json": "{}",
    });
    expect(installed.files.map(({ file, content }) => [file, JSON.parse(content)])).toEqual([
      [
        "package.json",
        expect.objectContaining({ type: "module", dependencies: expect.anything() }),
      ],
      ["tsconfig.json", expect.anything()],
    ]);
    expect(installed.files[0]?.about).toMatch(/^set "type": "module", and the scripts /);
    const begun = { "package.json": `{ "dependencies": { "letterpress": "1" } }`, "app.js": "" };
    expect(commandsOf(begun).files.map(({ file }) => file)).toEqual(["package.json"]);

    const next = commandsOf({
      "package.json": `{ "dependencies": { "next": "16", "react": "19", "react-dom": "19" }, "devDependencies": { "typescript": "5", "@types/react": "19" } }`,
      ...{ "pnpm-lock.yaml": "", "tsconfig.json": `{ "compilerOptions": { "jsx": "preserve" } }` },
    });
    expect(next.commands).toEqual([
      "pnpm add letterpress lightningcss",
      "pnpm add --save-dev vite@8 @react-email/components@1",
    ]);
    expect(next.files.map(({ file }) => file)).toEqual(["package.json"]);

    const moved = commandsOf({
      "package.json": `{ "scripts": { "dev": "email dev --dir src/mail -p 3001", "export": "email export --outDir html --pretty && cp -r html dist", "start": "email start" }, "dependencies": { "@react-email/components": "1.0.12", "react-email": "4.3.0", "react": "19", "react-dom": "19" }, "devDependencies": { "@react-email/preview-server": "4.3.0" } }`,
      "src/mail/hello.tsx": "export default () => null;",
    });
    expect(JSON.parse(moved.files[0]?.content ?? "").scripts).toEqual({
      dev: "letterpress dev --emails src/mail --port 3001",
      export: "letterpress export --out html && cp -r html dist",
      start: "email start",
      "emails:check": "letterpress check --emails src/mail",
      "emails:build": "letterpress build --emails src/mail",
    });
    expect(moved.commands.at(-1)).toBe("npm uninstall @react-email/preview-server react-email");
    expect(moved.steps.some(({ kind }) => kind === "email")).toBe(false);
    expect(moved.remarks.join()).toMatch(/script start: "email start" serves the preview/);
  });

  test.each([
    ["email dev", "letterpress dev"],
    ["npx react-email dev --port=3000", "letterpress dev --port 3000"],
    [
      "concurrently 'next dev' && email dev -d ./emails",
      "concurrently 'next dev' && letterpress dev --emails ./emails",
    ],
    [
      `concurrently "next dev" "email dev -p 3001" 'tsc -w'`,
      `concurrently "next dev" "letterpress dev --port 3001" 'tsc -w'`,
    ],
    ["send-email dev", "send-email dev"],
    ["node email.js dev", "node email.js dev"],
  ])("the script %j becomes %j", (script, own) => {
    expect(moveScript(script).script).toBe(own);
  });
});
