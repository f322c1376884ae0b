import { dirname } from "node:path";
import { fileURLToPath } from "node:url";
import { findInstalled } from "./find-installed.ts";
import { type Lack, majorOf } from "./lack.ts";
import { findLackingComponents } from "./lacking-components.ts";
import { addCommand, findPackageManager } from "./package-manager.ts";

/** What is asked for on behalf of a command. */
export interface Requirements {
  /** What cannot be done without, as messages say it: `build`, `start the preview`. */
  readonly action: string;
  /** Absolute path of the project. */
  readonly root: string;
  /** Absolute path of the folder of the emails; it need not exist. */
  readonly emailsDir: string;
}

/** The version of Vite that compiles emails: what is used of it, older ones do not have. */
const viteMajor = 8;

/**
 * Checks that what a command needs is installed, in a version that works: Vite, React, and React
 * Email's components where the emails import them. An app that only sends needs none but React.
 *
 * @throws {Error} that names all that is missing or of another version, and the command that adds it
 */
export function requirePackages({ action, root, emailsDir }: Requirements): void {
  const lacks = [
    ...findLackingVite(root),
    ...findLackingReact(root),
    ...findLackingComponents(root, emailsDir),
  ];
  if (lacks.length === 0) return;
  const manager = findPackageManager(root);
  const commands = [false, true].flatMap((forDevelopment) => {
    const packages = lacks.filter((lack) => lack.forDevelopment === forDevelopment);
    if (packages.length === 0) return [];
    return addCommand(
      manager,
      packages.map(({ add }) => add),
      forDevelopment,
    );
  });
  const reasons = lacks.map(({ reason }) => reason).join("; ");
  throw new Error(`Cannot ${action}: ${reasons}; install with: ${commands.join(" && ")}`);
}

/** This package imports Vite itself: what counts is what it finds, be it next to it or above. */
function findLackingVite(root: string): Lack[] {
  const lack = { add: `vite@${viteMajor}`, forDevelopment: true };
  const version = versionOf("vite", root);
  if (version === undefined) return [{ ...lack, reason: "Vite is not installed" }];
  if (majorOf(version) === viteMajor) return [];
  return [{ ...lack, reason: `Vite is ${version}, and ${viteMajor} is needed` }];
}

function findLackingReact(root: string): Lack[] {
  const react = versionOf("react", root);
  const lacks: Lack[] = [];
  if (!react || !isKnownReact(react)) {
    lacks.push({ add: "react@19", forDevelopment: false, reason: reasonOf("React", react) });
  }
  const dom = versionOf("react-dom", root);
  const add = `react-dom@${react && isKnownReact(react) ? react : "19"}`;
  if (!dom || !isKnownReact(dom)) {
    lacks.push({ add, forDevelopment: false, reason: reasonOf("react-dom", dom) });
  } else if (react && isKnownReact(react) && !fitsReact(dom, react)) {
    const reason = `react-dom is ${dom}, and React is ${react}: they must be the same version`;
    lacks.push({ add, forDevelopment: false, reason });
  }
  return lacks;
}

function isKnownReact(version: string): boolean {
  return majorOf(version) === 18 || majorOf(version) === 19;
}

/** From 19 on, `react-dom` refuses any other version of React than its own. */
function fitsReact(dom: string, react: string): boolean {
  return majorOf(react) === 18 ? majorOf(dom) === 18 : dom === react;
}

function reasonOf(name: string, version: string | undefined): string {
  return version === undefined
    ? `${name} is not installed`
    : `${name} is ${version}, and 18 or 19 is needed`;
}

function versionOf(name: string, root: string): string | undefined {
  const own = dirname(fileURLToPath(import.meta.url));
  const folders = name === "vite" ? [own] : [root, own];
  for (const folder of folders) {
    const version = findInstalled(name, folder)?.content.version;
    if (version !== undefined) return version;
  }
  return undefined;
}
