import { mkdir, mkdtemp, realpath, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { requirePackages } from "../../src/build/requirements/require-packages.ts";

let folder: string;
let count = 0;

beforeAll(async () => {
  folder = await realpath(await mkdtemp(join(tmpdir(), "letterpress-requirements-")));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

/** What is wrong with a project of these packages and files; `undefined` when nothing is. */
async function wrongWith(
  installed: Readonly<Record<string, string>>,
  files: Readonly<Record<string, string>> = {},
): Promise<string | undefined> {
  count += 1;
  const root = join(folder, `project-${count}`);
  const all: Record<string, string> = { "package.json": "{}", ...files };
  for (const [name, version] of Object.entries(installed)) {
    all[`node_modules/${name}/package.json`] = JSON.stringify({ name, version });
  }
  for (const [path, text] of Object.entries(all)) {
    await mkdir(dirname(join(root, path)), { recursive: true });
    await writeFile(join(root, path), text);
  }
  try {
    requirePackages({ action: "build", root, emailsDir: join(root, "emails") });
    return undefined;
  } catch (error) {
    return (error as Error).message;
  }
}

const react = { react: "19.2.0", "react-dom": "19.2.0" };
const barrel = `import { Html } from "@react-email/components";\n`;
const successor = `import {\n  Html,\n} from 'react-email';\n`;
const single = `import { Html } from "@react-email/html";\n`;

describe("requirePackages()", () => {
  test("asks for nothing where all is there", async () => {
    expect(await wrongWith(react)).toBe(undefined);
    expect(await wrongWith({ react: "18.3.1", "react-dom": "18.2.0" })).toBe(undefined);
  });

  test("names each version that does not work, and one command for all", async () => {
    expect(await wrongWith({ react: "17.0.2", "react-dom": "17.0.2" })).toBe(
      "Cannot build: React is 17.0.2, and 18 or 19 is needed; react-dom is 17.0.2, and 18 or 19 is needed; install with: npm install react@19 react-dom@19",
    );
  });

  test("asks for the react-dom that goes with the React that is there", async () => {
    expect(await wrongWith({ ...react, "react-dom": "19.1.1" })).toBe(
      "Cannot build: react-dom is 19.1.1, and React is 19.2.0: they must be the same version; install with: npm install react-dom@19.2.0",
    );
    expect(await wrongWith({ react: "18.3.1", "react-dom": "19.2.0" })).toContain(
      "npm install react-dom@18.3.1",
    );
  });

  test.each([
    [{ "pnpm-lock.yaml": "" }, "pnpm add react-dom@19.2.0"],
    [{ "yarn.lock": "" }, "yarn add react-dom@19.2.0"],
    [{ "bun.lock": "" }, "bun add react-dom@19.2.0"],
    [{ "bun.lockb": "" }, "bun add react-dom@19.2.0"],
    [{ "package-lock.json": "{}" }, "npm install react-dom@19.2.0"],
    [{ "package.json": `{ "packageManager": "pnpm@10.1.0" }` }, "pnpm add react-dom@19.2.0"],
  ])("gives the command of the package manager: %o", async (files, command) => {
    expect(await wrongWith({ ...react, "react-dom": "19.1.1" }, files)).toMatch(
      new RegExp(`install with: ${command}$`),
    );
  });

  test("finds the lock file of a workspace above the project", async () => {
    await writeFile(join(folder, "pnpm-lock.yaml"), "");
    const wrong = await wrongWith({ ...react, "react-dom": "19.1.1" });
    await rm(join(folder, "pnpm-lock.yaml"));
    expect(wrong).toContain("pnpm add");
  });

  test.each([
    [barrel, "@react-email/components", "npm install --save-dev @react-email/components@1"],
    [successor, "react-email", "npm install --save-dev react-email@6"],
    [single, "@react-email/html", "npm install --save-dev @react-email/components@1"],
  ])("names what an email imports of React Email: %j", async (source, name, command) => {
    const files = { "emails/shop/receipt.tsx": source };
    expect(await wrongWith(react, files)).toBe(
      `Cannot build: an email imports ${name}, which is not installed; install with: ${command}`,
    );
  });

  test("takes the components for react-email, and a single package for itself", async () => {
    const components = { ...react, "@react-email/components": "1.0.12" };
    expect(await wrongWith(components, { "emails/a.tsx": successor })).toBe(undefined);
    expect(await wrongWith(components, { "emails/a.tsx": single })).toBe(undefined);
    const html = { ...react, "@react-email/html": "0.0.11" };
    expect(await wrongWith(html, { "emails/a.tsx": single })).toBe(undefined);
  });

  test("does not take the command react-email 5 for the components of 6", async () => {
    const files = { "emails/a.tsx": successor };
    expect(await wrongWith({ ...react, "react-email": "5.2.0" }, files)).toContain("react-email@6");
    expect(await wrongWith({ ...react, "react-email": "6.11.6" }, files)).toBe(undefined);
  });

  test("leaves it to a config that gives the names another meaning", async () => {
    const files = {
      "emails/a.tsx": successor,
      "tsconfig.json": `{ "compilerOptions": { "paths": { "react-email": ["./ui.tsx"] } } }`,
    };
    expect(await wrongWith(react, files)).toBe(undefined);
  });
});
