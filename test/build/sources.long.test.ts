import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { openWorkspace, type Project, tsconfig, type Workspace } from "./workspace.ts";

/** A bare component, as React Email's projects have it, that shows an expression. */
function bare(expression: string, imports = ""): string {
  return `${imports}
export default function Letter() {
  return <html lang="en"><body>{${expression}}</body></html>;
}
Letter.PreviewProps = {};
`;
}

/** Renders a built email and prints the text of its body. */
function show(id: string): string {
  return `
    import { renderToStaticMarkup } from "react-dom/server";
    import { createElement } from "react";
    import Letter from "./dist/emails/${id}.js";
    const html = renderToStaticMarkup(createElement(Letter));
    process.stdout.write(/<body>(.*)<.body>/s.exec(html)[1]);
  `;
}

describe("what an email may import", () => {
  let workspace: Workspace;

  beforeAll(async () => {
    workspace = await openWorkspace();
  });
  afterAll(() => workspace?.dispose());

  async function built(files: Readonly<Record<string, string>>): Promise<Project> {
    const project = await workspace.project(files);
    await project.mustBuild({ types: false });
    return project;
  }

  async function shown(project: Project, id = "letter", env = {}): Promise<string> {
    return (await project.node(show(id), { env })).stdout;
  }

  test("JSON, text and CSS as text", async () => {
    const project = await built({
      "lib/prices.json": `{ "month": 12 }`,
      "lib/terms.txt": "Terms & more",
      "emails/mail.css": ".a > b { color: rgb(1 2 3 / 50%); }\n",
      "emails/letter.tsx": bare(
        "prices.month + terms + css + raw",
        `import prices from "../lib/prices.json";
         import terms from "../lib/terms.txt?raw";
         import css from "./mail.css?inline";
         import raw from "./mail.css?raw";`,
      ),
    });
    const css = ".a &gt; b { color: rgb(1 2 3 / 50%); }\n";
    expect(await shown(project)).toBe(`12Terms &amp; more${css}${css}`);
  });

  test("aliases of tsconfig, and of the project's Vite config, with its defines and plugins", async () => {
    const project = await built({
      "tsconfig.json": `{ // comments are allowed
        "extends": "./base.json", "compilerOptions": { "jsx": "preserve" } }`,
      "base.json": `{ "compilerOptions": { "paths": { "@/*": ["./*"] } } }`,
      "vite.config.ts": `
        import { join } from "node:path";
        export default {
          resolve: { alias: { "#brand": join(import.meta.dirname, "lib/brand.ts") } },
          define: { __VERSION__: '"7"' },
          build: { lib: { entry: "none.ts" }, outDir: "elsewhere" },
          plugins: [
            { name: "letterpress:preview", buildStart() { throw new Error("the preview is not for builds"); } },
            [Promise.resolve({ name: "shout", transform: (code) => code.replace("quiet", "LOUD") })],
          ],
        };`,
      "lib/brand.ts": `export const brand: string = "quiet";`,
      "lib/deep/name.ts": `export const name = "Ada";`,
      "emails/letter.tsx": bare(
        "brand + name + __VERSION__",
        `import { brand } from "#brand"; import { name } from "@/lib/deep/name"; declare const __VERSION__: string;`,
      ),
    });
    expect(await shown(project)).toBe("LOUDAda7");
  });

  test("React Email under its old, its new and its single names", async () => {
    const text = (source: string) =>
      `import { Text } from "${source}"; export default () => <html><body><Text>{"x"}</Text></body></html>; export const PreviewProps = {};`;
    const project = await built({
      "emails/letter.tsx": text("@react-email/components"),
      "emails/new.tsx": text("react-email"),
      "emails/single.tsx": text("@react-email/text"),
      "emails/all.tsx": `import * as mail from "react-email"; export default () => <html><body><mail.Text>{"x"}</mail.Text></body></html>; export const PreviewProps = {};`,
    });
    const ids = ["letter", "new", "single", "all"];
    const [first, ...others] = await Promise.all(ids.map((id) => shown(project, id)));
    expect(first).toMatch(/^<p style="[^"]+">x<\/p>$/);
    expect(others).toEqual([first, first, first]);
  });

  test("React Email 6 itself, where the project has it", async () => {
    const project = await built({
      "node_modules/react-email/package.json": `{ "name": "react-email", "version": "6.1.0", "type": "module", "exports": { "import": "./index.mjs" }, "sideEffects": false }`,
      "node_modules/react-email/index.mjs": `export const Text = () => "six";`,
      "emails/letter.tsx": bare("<Text />", `import { Text } from "react-email";`),
    });
    expect(await shown(project)).toBe("six");
  });

  test("a file of the static folder is its address; other images are emitted beside them", async () => {
    const project = await built({
      "emails/static/brand/the logo.png": "PNG",
      "emails/static/.hidden": "no",
      "emails/components/seal.png": "SEAL",
      "emails/letter.tsx": bare(
        "logo + ' ' + seal",
        `import logo from "./static/brand/the logo.png"; import seal from "./components/seal.png";`,
      ),
    });
    const [logo, seal] = (await shown(project)).split(" ");
    expect(logo).toBe("/static/brand/the%20logo.png");
    expect(seal).toMatch(/^\/static\/seal-[\w-]+\.png$/);
    expect(await project.list("dist/emails/static")).toEqual([
      "brand/the logo.png",
      seal?.slice("/static/".length),
    ]);
    expect(await project.read(`dist/emails${seal}`)).toBe("SEAL");
  });

  test("the environment is read when the email runs, NODE_ENV apart", async () => {
    const project = await built({
      "emails/letter.tsx": bare("[process.env.BASE_URL, process.env.NODE_ENV].join(' ')"),
    });
    const env = { BASE_URL: "https://shop.example", NODE_ENV: "development" };
    expect(await shown(project, "letter", env)).toBe("https://shop.example production");
  });

  test("JSX in .js files, and React's classic import", async () => {
    const project = await built({
      "emails/letter.js": bare("<Hi />", `import React from "react"; import { Hi } from "./hi";`),
      "emails/hi.jsx": `import * as React from "react"; export const Hi = () => <React.Fragment>hi</React.Fragment>;`,
    });
    expect(await shown(project)).toBe("hi");
  });

  test("named exports stay beside the default one", async () => {
    const project = await built({
      "emails/letter.tsx": `export const subject = "Hello"; ${bare('"x"')}`,
    });
    const { stdout } = await project.node(
      `import * as letter from "./dist/emails/letter.js"; console.log(Object.keys(letter).join());`,
    );
    expect(stdout.trim()).toBe("default,subject");
  });
});

describe("packages that an email imports", () => {
  let workspace: Workspace;

  beforeAll(async () => {
    workspace = await openWorkspace();
  });
  afterAll(() => workspace?.dispose());

  const packages = {
    "node_modules/modern/package.json": `{ "name": "modern", "version": "1.0.0", "type": "module", "exports": "./index.js" }`,
    "node_modules/modern/index.js": `export const modern = "modern";`,
    "node_modules/classic/package.json": `{ "name": "classic", "version": "1.0.0" }`,
    // Node's import guesses no name from this.
    "node_modules/classic/index.js": `const names = ["classic"]; for (const name of names) module.exports[name] = name;`,
    "node_modules/classic/deep.js": `module.exports = Object.assign(() => "deep", { [["also"][0]]: "also" });`,
    "node_modules/dual/package.json": `{ "name": "dual", "version": "1.0.0", "main": "./dual.cjs", "module": "./dual.mjs" }`,
    "node_modules/dual/dual.cjs": `exports[["dual"][0]] = "dual as Node loads it";`,
    "node_modules/dual/dual.mjs": `export const dual = "dual as bundlers do";`,
    "node_modules/tool/package.json": `{ "name": "tool", "version": "1.0.0", "type": "module", "exports": "./index.js" }`,
    "node_modules/tool/index.js": `import { modern } from "modern"; export const tool = "tool+" + modern;`,
    "node_modules/kit/package.json": `{ "name": "kit", "version": "1.0.0", "type": "module", "exports": "./index.tsx" }`,
    "node_modules/kit/index.tsx": `export const kit = (): string => "kit";`,
  };

  test("dependencies stay imports, CommonJS with all its names; the rest is compiled in", async () => {
    const project = await workspace.project({
      ...packages,
      "package.json": JSON.stringify({
        type: "module",
        dependencies: { modern: "1", classic: "1", dual: "1", kit: "1" },
        devDependencies: { tool: "1" },
      }),
      "emails/letter.tsx": bare(
        `[modern, classic, deep(), also, dual, tool, kit(), sep].join(" | ")`,
        `import { modern } from "modern";
         import { classic } from "classic";
         import deep, { also } from "classic/deep";
         import { dual } from "dual";
         import { tool } from "tool";
         import { kit } from "kit";
         import { sep } from "path";`,
      ),
    });
    await project.mustBuild({ types: false });
    await project.remove("node_modules/tool");
    await project.remove("node_modules/kit");
    const { stdout, loaded } = await project.node(show("letter"));
    expect(stdout).toBe(
      "modern | classic | deep | also | dual as Node loads it | tool+modern | kit | /",
    );
    const names = ["modern/index.js", "classic/index.js", "classic/deep.js", "dual/dual.cjs"];
    for (const name of names) {
      expect(loaded).toContain(project.path(`node_modules/${name}`));
    }
  });

  test("another version behind a compiled package is compiled in with it", async () => {
    const project = await workspace.project({
      ...packages,
      "node_modules/tool/node_modules/modern/package.json": `{ "name": "modern", "version": "2.0.0", "type": "module", "exports": "./index.js" }`,
      "node_modules/tool/node_modules/modern/index.js": `export const modern = "modern 2";`,
      "package.json": JSON.stringify({ type: "module", dependencies: { modern: "1" } }),
      "emails/letter.tsx": bare(
        `[modern, tool].join(" | ")`,
        `import { modern } from "modern"; import { tool } from "tool";`,
      ),
    });
    await project.mustBuild({ types: false });
    expect((await project.node(show("letter"))).stdout).toBe("modern | tool+modern 2");
  });

  test("the modules run where the project itself is CommonJS", async () => {
    const project = await workspace.project({
      "package.json": `{ "name": "shop", "private": true }`,
      "emails/letter.tsx": bare('"x"'),
    });
    await project.mustBuild({ types: false });
    const { stdout } = await project.node(show("letter"));
    expect(stdout).toBe("x");
  });

  test("Tailwind gets the compiler that its component works with, whatever the project has", async () => {
    const project = await workspace.project({
      "tsconfig.json": tsconfig(),
      "node_modules/tailwindcss/package.json": `{ "name": "tailwindcss", "version": "3.4.0", "type": "module", "exports": { ".": "./index.js", "./plugin": "./plugin.js" } }`,
      "node_modules/tailwindcss/index.js": `throw new Error("the wrong version");`,
      "node_modules/tailwindcss/plugin.js": `export default (handler) => ({ handler });`,
      "package.json": JSON.stringify({ type: "module", dependencies: { tailwindcss: "3" } }),
      "emails/letter.tsx": `
        import { Body, Head, Html, Tailwind } from "@react-email/components";
        import plugin from "tailwindcss/plugin";
        const upright = plugin(({ addUtilities }) => addUtilities({ ".upright": { fontStyle: "normal" } }));
        export default () => (
          <Tailwind config={{ plugins: [upright] }}>
            <Html><Head /><Body className="upright md:p-4 p-2">x</Body></Html>
          </Tailwind>
        );
        export const PreviewProps = {};`,
    });
    await project.mustBuild({ types: false });
    const { stdout } = await project.node(`
      import { render } from "letterpress";
      import Letter from "./dist/emails/letter.js";
      console.log((await render(Letter, {})).html);
    `);
    expect(stdout).toMatch(/font-style:\s*normal/);
    expect(stdout).toMatch(/<style>.*@media/s);
  });
});
