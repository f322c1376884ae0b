import { existsSync } from "node:fs";
import { mkdir, readdir, writeFile } from "node:fs/promises";
import { basename, dirname, join, relative, resolve } from "node:path";
import { hasReactEmail6 } from "../react-email-version.ts";
import { findInstalled } from "../requirements/find-installed.ts";
import { findTaken, toNewId } from "./name-email.ts";
import { type Starter, writeStarter } from "./starters.ts";

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

/** A new email as it would be written. */
export interface PlannedEmail extends WrittenEmail {
  /** Absolute. */
  readonly path: string;
  readonly source: string;
}

/**
 * Plans a new email; writes nothing.
 *
 * @throws {Error} when it is there already, or no email can be called so
 */
export async function planEmail({ root, emails, path, from }: NewEmail): Promise<PlannedEmail> {
  const folder = resolve(root, emails);
  const typed = await isTyped(root, folder);
  const id = toNewId(path, emails);
  const target = join(folder, `${id}${/\.[jt]sx?$/.exec(path)?.[0] ?? (typed ? ".tsx" : ".jsx")}`);
  const file = relative(root, target).replaceAll("\\", "/");
  const found = findTaken(folder, id);
  if (found) throw new Error(`Cannot write ${file}: ${relative(root, found)} is there already`);
  const components = componentsOf(root);
  const words = wordsOf(basename(id));
  const source = writeStarter(from, {
    ...{ id, components, typed: /\.tsx?$/.test(target) },
    component: toComponent(words),
    title: words.join(" ").replace(/^./u, (first) => first.toUpperCase()),
  });
  return { id, file, components, path: target, source };
}

/**
 * Writes the file of a new email.
 *
 * @throws {Error} when it is there already, or no email can be called so
 */
export async function writeEmail(email: NewEmail): Promise<WrittenEmail> {
  const { path, source, ...written } = await planEmail(email);
  await mkdir(dirname(path), { recursive: true });
  // If another process was faster, its file stays.
  await writeFile(path, source, { flag: "wx" });
  return written;
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
