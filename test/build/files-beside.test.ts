import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { formatProblem } from "../../src/build/problem.ts";
import { openWorkspace, type Workspace } from "./workspace.ts";

/** An email that shows what an expression is worth when its module runs. */
function showing(expression: string, imports: string): string {
  return `${imports}
const shown = ${expression};
export default function Letter() {
  return <html lang="en"><body>{String(shown)}</body></html>;
}
Letter.PreviewProps = {};
`;
}

/** Every way to say the same file; each is an email by its name. */
const ways: Readonly<Record<string, readonly [expression: string, imports: string]>> = {
  url: [
    `readFileSync(new URL("./texts/terms.txt", import.meta.url), "utf8")`,
    `import { readFileSync } from "node:fs";`,
  ],
  template: [
    "fs.readFileSync(new URL(`./texts/terms.txt`, import.meta.url), { encoding: 'utf-8' })",
    `import fs from "fs";`,
  ],
  bytes: [
    `readFileSync(fileURLToPath(new URL("texts/terms.txt", import.meta.url))).toString()`,
    `import { readFileSync } from "node:fs"; import { fileURLToPath } from "url";`,
  ],
  dirname: [
    `readFileSync(join(import.meta.dirname, "texts", "terms.txt"), "utf8")`,
    `import { readFileSync } from "node:fs"; import { join } from "node:path";`,
  ],
  constants: [
    `read(path.resolve(here, "./texts/terms.txt"))`,
    `import { readFileSync } from "node:fs"; import path, { dirname } from "node:path"; import { fileURLToPath } from "node:url";
     const here = dirname(fileURLToPath(import.meta.url));
     const read = (file: string) => readFileSync(file, "utf8");`,
  ],
  commonjs: [
    `readFileSync(__dirname + "/texts/terms.txt", "utf8")`,
    `import { readFileSync } from "node:fs";`,
  ],
  filename: [
    `stream(path.join(__filename, "..", "texts/terms.txt"))`,
    `import { openSync, readFileSync } from "node:fs"; import * as path from "node:path";
     const stream = (file: string) => readFileSync(openSync(file, "r"));`,
  ],
  promised: [
    `await readFile(new URL("./texts/terms.txt", import.meta.url), "utf8")`,
    `import { readFile } from "node:fs/promises";`,
  ],
  chosen: [
    `readFileSync(new URL(\`./texts/\${name}.txt\`, import.meta.url), "utf8")`,
    `import { readFileSync } from "node:fs"; const name: string = ["terms"].join();`,
  ],
  folder: [
    `readdirSync(new URL("./texts", import.meta.url)).map((name) => readFileSync(new URL(name, base), "utf8"))`,
    `import { readdirSync, readFileSync } from "node:fs"; const base = new URL("texts/", import.meta.url);`,
  ],
  required: [
    `require("./texts/terms.json").text`,
    `import { createRequire } from "node:module"; const require = createRequire(import.meta.url);`,
  ],
  resolved: [
    `readFileSync(new URL(import.meta.resolve("./texts/terms.txt")), "utf8")`,
    `import { readFileSync } from "node:fs";`,
  ],
};
const ids = Object.keys(ways);

describe("files that a module finds beside itself", () => {
  let workspace: Workspace;
  beforeAll(async () => {
    workspace = await openWorkspace();
  });
  afterAll(() => workspace?.dispose());

  test("are there wherever the built folder is moved to, however the code finds them", async () => {
    const project = await workspace.project({
      "emails/texts/terms.txt": "The terms of Ada\n",
      "emails/texts/terms.json": `{ "text": "The terms of Ada\\n" }`,
      ...Object.fromEntries(
        ids.map((id) => [`emails/${id}.tsx`, showing(...(ways[id] as [string, string]))]),
      ),
    });
    const { warnings, problems } = await project.build({ types: false });
    expect(problems.map(formatProblem)).toEqual([]);
    expect(warnings.map(formatProblem)).toEqual([]);
    const { stdout } = await project.node(`
      import { cpSync, rmSync } from "node:fs";
      import { renderToStaticMarkup } from "react-dom/server";
      import { createElement } from "react";
      cpSync("dist/emails", "elsewhere/deep/mails", { recursive: true });
      rmSync("dist", { recursive: true });
      rmSync("emails", { recursive: true });
      const { emails } = await import("./elsewhere/deep/mails/index.js");
      const shown = {};
      for (const [id, load] of Object.entries(emails)) {
        try {
          const { default: Letter } = await load();
          shown[id] = /<body>(.*)<.body>/s.exec(renderToStaticMarkup(createElement(Letter)))[1];
        } catch (error) { shown[id] = error.stack; }
      }
      console.log(JSON.stringify(shown));
    `);
    const terms = ids.map((id) => [id, expect.stringContaining("The terms of Ada\n")]);
    expect(JSON.parse(stdout)).toEqual(Object.fromEntries(terms));
  });

  test("come along for modules of a sibling package and of a shared chunk, in files of any kind", async () => {
    const project = await workspace.project({
      "package.json": `{ "name": "shop", "private": true, "workspaces": ["mails", "shared"] }`,
      "mails/package.json": `{ "name": "mails" }`,
      "mails/emails/deep/a.tsx": `import { big, terms } from "../../../shared/legal";\nexport default () => <html><body>{terms}{big.length}</body></html>;\nexport const PreviewProps = {};`,
      "mails/emails/b.tsx": `import { terms } from "../../shared/legal";\nexport default () => <html><body>{terms}</body></html>;\nexport const PreviewProps = {};`,
      "shared/legal.ts": `import { readFileSync } from "node:fs"; import { join } from "node:path";
        export const terms = readFileSync(join(__dirname, "../mails/terms.txt"), "utf8");
        export const big = readFileSync(join(__dirname, "big.bin"));`,
      "mails/terms.txt": "Terms of the workspace",
      "shared/big.bin": "b".repeat(300_000),
    });
    const mails = { root: project.path("mails"), types: false };
    const { warnings, outDir } = await project.mustBuild(mails);
    expect(warnings).toEqual([]);
    const built = await project.list("mails/dist/emails");
    expect(built).toContain("_files/shared/big.bin");
    for (const file of built) {
      expect
        .soft(await project.read(`mails/dist/emails/${file}`), file)
        .not.toContain(project.root);
    }
    const { stdout } = await project.node(
      `
      import { cpSync, rmSync } from "node:fs";
      import { renderToStaticMarkup } from "react-dom/server";
      import { createElement } from "react";
      cpSync(${JSON.stringify("PLACE")}, "moved", { recursive: true });
      for (const folder of ["mails", "shared"]) rmSync(folder, { recursive: true });
      for (const id of ["deep/a", "b"]) {
        const { default: Letter } = await import(\`./moved/\${id}.js\`);
        console.log(renderToStaticMarkup(createElement(Letter)));
      }
    `.replace("PLACE", outDir),
    );
    expect(stdout).toContain("<body>Terms of the workspace300000</body>");
    expect(stdout).toContain("<body>Terms of the workspace</body>");
  });

  test("that only a run can name, or that are not there, are told with their line", async () => {
    const project = await workspace.project({
      "emails/unknown.tsx": `import { readFileSync } from "node:fs";
import { join } from "node:path";
export default function Letter({ name }: { name: string }) {
  return <html><body>{readFileSync(join(import.meta.dirname, name), "utf8")}</body></html>;
}
Letter.PreviewProps = { name: "unknown.tsx" };
`,
      "emails/absent.tsx": `import { readFileSync } from "node:fs";

const terms = () => readFileSync(new URL("./no-terms.txt", import.meta.url), "utf8");
export default () => <html><body onClick={terms} /></html>;
export const PreviewProps = {};
`,
      "emails/helper.tsx": `import { read } from "./components/read";
const terms = () => read(import.meta.url, "terms.txt");
export default () => <html><body onClick={terms} /></html>;
export const PreviewProps = {};
`,
      "emails/components/read.ts": `import { readFileSync } from "node:fs";
export const read = (base: string, name: string) => readFileSync(new URL(name, base), "utf8");
`,
      "emails/harmless.tsx": `if (import.meta.url === "file:///nowhere") console.log(import.meta.url);
const link = new URL("https://shop.example/", import.meta.url).href;
export default () => <html><body><a href={link}>Shop</a></body></html>;
export const PreviewProps = {};
`,
    });
    const { warnings, problems } = await project.build({ types: false });
    expect(problems).toEqual([]);
    const told = warnings.map(({ file, line, message }) => `${file}:${line}: ${message}`).sort();
    expect(told).toEqual([
      expect.stringMatching(/^emails\/absent\.tsx:3: Cannot find emails\/no-terms\.txt: /),
      expect.stringMatching(/^emails\/helper\.tsx:2: Cannot tell which file/),
      expect.stringMatching(/^emails\/unknown\.tsx:4: Cannot tell which file/),
    ]);
  });
});
