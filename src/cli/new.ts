import { existsSync } from "node:fs";
import { mkdir, readdir, writeFile } from "node:fs/promises";
import { basename, dirname, join, relative, resolve } from "node:path";
import { createInterface } from "node:readline/promises";
import { toEmailId, whyNotLookedAt } from "../build/email-path.ts";
import { hasReactEmail6 } from "../build/react-email-version.ts";
import { findInstalled } from "../build/requirements/find-installed.ts";
import { addCommand, findPackageManager } from "../build/requirements/package-manager.ts";
import { canAsk } from "./ask.ts";
import { writeStarter } from "./new/starters.ts";
import { type NewArguments, newCommand, type Starter } from "./new-arguments.ts";
import { misuse } from "./usage-error.ts";

/** Where a new email goes. */
export interface NewEmail {
  /** The project. */
  readonly root: string;
  /** Folder of the emails, relative to it. */
  readonly emails: string;
  /** Id, or file. */
  readonly path: string;
  readonly from: Starter;
}

/** A new email that was written. */
export interface WrittenEmail {
  readonly id: string;
  /** Relative to the project, with forward slashes. */
  readonly file: string;
  /** Package that its components come from. */
  readonly components: string;
}

/** Writes a new email. @returns the exit code */
export async function newEmail({ path, from, emails, json }: NewArguments): Promise<number> {
  const root = process.cwd();
  const named = path ?? (await askName());
  const { id, file, components } = await writeEmail({ root, emails, path: named, from });
  if (json) console.log(JSON.stringify({ id, file }));
  else {
    console.log(`${file}\n\n  letterpress dev          to see it\n  letterpress check ${id}`);
    if (!findInstalled(components, root)) {
      const line = addCommand(findPackageManager(root), [`${components}@1`], true);
      console.error(`\nIts components are not installed yet: ${line}`);
    }
  }
  return 0;
}

async function askName(): Promise<string> {
  if (!canAsk()) throw misuse(newCommand, "name the email, such as account/welcome");
  const lines = createInterface({ input: process.stdin, output: process.stderr });
  try {
    return (await lines.question("Name of the email, such as account/welcome: ")).trim();
  } finally {
    lines.close();
  }
}

/**
 * Writes the file of a new email.
 *
 * @throws {Error} when it is there already, or no email can be called so
 */
export async function writeEmail({ root, emails, path, from }: NewEmail): Promise<WrittenEmail> {
  const folder = resolve(root, emails);
  const typed = await isTyped(root, folder);
  const id = toId(path, emails);
  const target = join(folder, `${id}${/\.[jt]sx?$/.exec(path)?.[0] ?? (typed ? ".tsx" : ".jsx")}`);
  const file = relative(root, target).replaceAll("\\", "/");
  const taken = ["tsx", "jsx", "ts", "js"].map((ending) => join(folder, `${id}.${ending}`));
  const found = taken.find(existsSync);
  if (found) throw new Error(`Cannot write ${file}: ${relative(root, found)} is there already`);
  const components = componentsOf(root);
  const words = wordsOf(basename(id));
  const source = writeStarter(from, {
    ...{ id, components, typed: /\.tsx?$/.test(target) },
    component: toComponent(words),
    title: words.join(" ").replace(/^./u, (first) => first.toUpperCase()),
  });
  await mkdir(dirname(target), { recursive: true });
  // Whoever was faster keeps what he wrote.
  await writeFile(target, source, { flag: "wx" });
  return { id, file, components };
}

/** Names that Windows, or Vite, cannot have in a path. */
const forbidden = /[<>:"|?*#\\\p{Cc}]|^(?:con|prn|aux|nul|com\d|lpt\d)$|[. ]$/iu;

function toId(path: string, emails: string): string {
  const prefix = `${emails.replace(/^\.\//, "").replace(/\/+$/, "")}/`;
  const plain = path.replaceAll("\\", "/").replace(/^\.\//, "");
  const id = toEmailId(plain.startsWith(prefix) ? plain.slice(prefix.length) : plain);
  const refuse = (reason: string) => {
    throw new Error(`Cannot call an email "${path}": ${reason}; a name is such as account/welcome`);
  };
  const names = id.split("/");
  if (names.some((name) => name === "" || name === "." || name === "..")) {
    refuse("it is no path below the folder of the emails");
  }
  const wrong = names.find((name) => forbidden.test(name));
  if (wrong !== undefined) refuse(`a file cannot be called "${wrong}" everywhere`);
  const reason = whyNotLookedAt(`${id}.tsx`);
  if (reason !== undefined) refuse(reason);
  return id;
}

function componentsOf(root: string): string {
  const hasOld = findInstalled("@react-email/components", root) !== undefined;
  return !hasOld && hasReactEmail6(root) ? "react-email" : "@react-email/components";
}

/** Whether the project is written in TypeScript: as its emails are, else as its config tells. */
async function isTyped(root: string, folder: string): Promise<boolean> {
  const files = await readdir(folder, { recursive: true }).catch(() => []);
  if (files.some((file) => file.endsWith(".tsx"))) return true;
  if (files.some((file) => file.endsWith(".jsx"))) return false;
  return existsSync(join(root, "tsconfig.json")) || findInstalled("typescript", root) !== undefined;
}

function wordsOf(name: string): readonly string[] {
  const words = name.match(/[\p{L}\p{M}\p{N}]+/gu) ?? ["email"];
  return words.map((word) => word);
}

function toComponent(words: readonly string[]): string {
  const name = words.map((word) => word.replace(/^./u, (first) => first.toUpperCase())).join("");
  const isName = /^[\p{Lu}\p{Lt}][\p{L}\p{M}\p{N}]*$/u.test(name);
  const own = isName ? name : `Email${name}`;
  // Those that the starter itself imports, and what it calls.
  return /^(?:Body|Button|Column|Container|Head|Heading|Html|Preview|Row|Section|Text|Intl|Array)$/.test(
    own,
  )
    ? `${own}Email`
    : own;
}
