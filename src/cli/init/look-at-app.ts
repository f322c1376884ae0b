import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import {
  findPackageManager,
  type PackageManager,
} from "../../build/requirements/package-manager.ts";
import { emailsDirOf } from "./move-script.ts";

/** A `package.json`, as far as it counts here. */
export interface AppPackage {
  readonly type?: string;
  readonly scripts?: Readonly<Record<string, string>>;
  readonly dependencies?: Readonly<Record<string, string>>;
  readonly devDependencies?: Readonly<Record<string, string>>;
}

/** An app that emails are added to. */
export interface App {
  readonly root: string;
  readonly manager: PackageManager;
  /** `undefined` where there is no package.json. */
  readonly source: string | undefined;
  /** Whether there is nothing yet, or nothing but what `npm install letterpress` leaves behind. */
  readonly isNew: boolean;
  readonly content: AppPackage;
  /** All dependencies. */
  readonly has: (name: string) => boolean;
  /** The version that is asked for, as its first number; `undefined` when that is not told. */
  readonly majorOf: (name: string) => number | undefined;
  readonly framework: "Next" | "Vite" | undefined;
  readonly typed: boolean;
  readonly usesReactEmail: boolean;
  /** Where the emails are, or are to be. */
  readonly emailsDir: string;
  readonly hasEmails: boolean;
  /** Source of tsconfig.json, where there is one. */
  readonly tsconfig: string | undefined;
}

/** Where emails usually are. */
const usualFolders = ["emails", "src/emails", "app/emails", "transactional/emails"];

/** What sending needs: an app that has nothing else is about to begin. */
const sending = new Set(["letterpress", "lightningcss", "react", "react-dom"]);

/** Looks at the app in a folder. @throws {Error} when its package.json cannot be read */
export function lookAtApp(root: string, asked: string | undefined): App {
  const source = read(join(root, "package.json"));
  const content = source === undefined ? {} : parse(source);
  const all = { ...content.dependencies, ...content.devDependencies };
  const has = (name: string) => Object.hasOwn(all, name);
  const scripts = Object.values(content.scripts ?? {});
  const named = scripts.map(emailsDirOf).find((folder) => folder !== undefined);
  const found = usualFolders.find((folder) => existsSync(join(root, folder)));
  const emailsDir = asked ?? named ?? found ?? "emails";
  const tsconfig = read(join(root, "tsconfig.json"));
  const isNew = source === undefined || (isBare(content) && !holdsFiles(root));
  return {
    ...{ root, source, content, has, emailsDir, tsconfig, isNew },
    manager: findPackageManager(root),
    majorOf: (name) => {
      const number = Number.parseInt((all[name] ?? "").replace(/^[^\d]*/, ""), 10);
      return Number.isNaN(number) ? undefined : number;
    },
    framework: has("next") ? "Next" : has("vite") ? "Vite" : undefined,
    typed: tsconfig !== undefined || has("typescript") || isNew,
    usesReactEmail: Object.keys(all).some((name) => /^(?:react-email$|@react-email\/)/.test(name)),
    hasEmails: holdsEmails(join(root, emailsDir)),
  };
}

/** What `npm init` and an install into an empty folder write: nothing that tells how the app is written. */
function isBare({ dependencies = {}, devDependencies = {}, scripts = {} }: AppPackage): boolean {
  return (
    Object.keys(dependencies).every((name) => sending.has(name)) &&
    Object.keys(devDependencies).length === 0 &&
    Object.keys(scripts).every((name) => name === "test")
  );
}

function holdsFiles(root: string): boolean {
  const left =
    /^(?:\..*|node_modules|package\.json|package-lock\.json|pnpm-lock\.yaml|yarn\.lock|bun\.lockb?)$/;
  return readdirSync(root).some((name) => !left.test(name));
}

function holdsEmails(folder: string): boolean {
  if (!existsSync(folder)) return false;
  const files = readdirSync(folder, { recursive: true, encoding: "utf8" });
  return files.some((file) => /\.[jt]sx$/.test(file) && !file.includes("node_modules"));
}

function read(file: string): string | undefined {
  return existsSync(file) ? readFileSync(file, "utf8") : undefined;
}

function parse(source: string): AppPackage {
  try {
    return JSON.parse(source) as AppPackage;
  } catch (error) {
    throw new Error(`Cannot read package.json: ${(error as Error).message}`, { cause: error });
  }
}
