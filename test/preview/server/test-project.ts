import { mkdirSync, mkdtempSync, renameSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join, resolve } from "node:path";

const repository = resolve(import.meta.dirname, "../../..");

/** A project of a user, in a folder of its own that shares this repository's node_modules. */
export interface TestProject {
  readonly root: string;
  write(path: string, text: string): void;
  remove(path: string): void;
  rename(from: string, to: string): void;
  link(target: string, path: string): void;
  /** Absolute path of a file in it. */
  path(path: string): string;
  dispose(): void;
}

/** Files by path; where there is no tsconfig.json among them, `letterpress` is this repository's. */
export function createProject(files: Readonly<Record<string, string>>): TestProject {
  const folder = mkdtempSync(join(tmpdir(), "letterpress-preview-"));
  const root = join(folder, "project");
  const path = (name: string) => join(root, name);
  const write = (name: string, text: string) => {
    mkdirSync(dirname(path(name)), { recursive: true });
    writeFileSync(path(name), text);
  };
  write("package.json", `{ "name": "shop", "type": "module", "private": true }`);
  write("tsconfig.json", tsconfig({}));
  symlinkSync(join(repository, "node_modules"), path("node_modules"));
  for (const [name, text] of Object.entries(files)) write(name, text);
  return {
    root,
    path,
    write,
    remove: (name) => rmSync(path(name), { recursive: true }),
    rename: (from, to) => {
      mkdirSync(dirname(path(to)), { recursive: true });
      renameSync(path(from), path(to));
    },
    link: (target, name) => {
      mkdirSync(dirname(path(name)), { recursive: true });
      symlinkSync(target, path(name));
    },
    dispose: () => rmSync(folder, { recursive: true, force: true }),
  };
}

/** A tsconfig.json that finds this package, and has the path aliases given. */
export function tsconfig(paths: Readonly<Record<string, readonly string[]>>): string {
  return JSON.stringify({
    compilerOptions: {
      jsx: "react-jsx",
      module: "nodenext",
      paths: {
        letterpress: [join(repository, "src/index.ts")],
        "letterpress/inbox": [join(repository, "src/inbox/index.ts")],
        ...paths,
      },
    },
  });
}

/** Source of an email that shows a text. */
export function emailShowing(text: string, imports = ""): string {
  return `import { defineEmail } from "letterpress";
${imports}
function Letter({ name }: { name: string }) {
  return (
    <html lang="en">
      <body>
        <p>${text} for {name}</p>
      </body>
    </html>
  );
}
export default defineEmail({
  id: "any",
  component: Letter,
  subject: ({ name }) => \`Hello \${name}\`,
  variants: { default: { name: "Ada" }, "Long name!": { name: "Ada Lovelace" } },
});
`;
}
