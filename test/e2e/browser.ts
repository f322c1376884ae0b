import { spawnSync } from "node:child_process";
import { existsSync } from "node:fs";
import { createRequire } from "node:module";
import { delimiter, join } from "node:path";
import { type Browser, chromium } from "playwright-core";

const names = ["chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome"];

/** Flags that keep Chromium to itself: it works as root, and asks nobody anything. */
const flags = [
  ...["--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run"],
  ...["--disable-background-networking", "--disable-component-update", "--disable-sync"],
];

/** A Chromium on this machine: named by `CHROMIUM_PATH`, on the path, where systems put it, or Playwright's. */
export function findBrowser(): string | undefined {
  const { CHROMIUM_PATH, PATH = "" } = process.env;
  if (CHROMIUM_PATH) return CHROMIUM_PATH;
  const onPath = PATH.split(delimiter).flatMap((folder) => names.map((name) => join(folder, name)));
  const elsewhere = [
    ...["/usr/bin/chromium", "/usr/bin/google-chrome", "/snap/bin/chromium"],
    "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
    "/Applications/Chromium.app/Contents/MacOS/Chromium",
    "C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe",
    chromium.executablePath(),
  ];
  return [...onPath, ...elsewhere].find((file) => existsSync(file));
}

/**
 * Makes sure that there is a Chromium: installs one where there is none, by the system's packages
 * or by Playwright. The browser tests are never left out.
 *
 * @throws {Error} with what was tried, when none can be had
 */
export function ensureBrowser(): string {
  const found = findBrowser();
  if (found !== undefined) return found;
  const failures: string[] = [];
  for (const install of [installByApt, installByPlaywright]) {
    const failure = install();
    const installed = findBrowser();
    if (installed !== undefined) return installed;
    failures.push(failure);
  }
  throw new Error(
    `Cannot run the browser tests: there is no Chromium on this machine, and none could be installed. Install one, or name it in CHROMIUM_PATH.\n${failures.join("\n")}`,
  );
}

/** Starts Chromium without a window. */
export function launchBrowser(): Promise<Browser> {
  return chromium.launch({ executablePath: ensureBrowser(), args: flags });
}

/** Debian and its children have a Chromium of their own; Ubuntu's is a snap, which fails here. */
function installByApt(): string {
  const asRoot = process.getuid?.() === 0 ? [] : ["sudo", "-n"];
  const install = ["install", "-y", "--no-install-recommends", "chromium"];
  return (
    attempt([...asRoot, "apt-get", "update"]) ?? attempt([...asRoot, "apt-get", ...install]) ?? ""
  );
}

function installByPlaywright(): string {
  const require = createRequire(import.meta.url);
  const cli = join(require.resolve("playwright-core/package.json"), "../cli.js");
  return attempt([process.execPath, cli, "install", "--with-deps", "chromium"]) ?? "";
}

/** @returns what went wrong, or `undefined` */
function attempt([command = "", ...args]: readonly string[]): string | undefined {
  const { status, error, stderr } = spawnSync(command, args, {
    stdio: ["ignore", "ignore", "pipe"],
    encoding: "utf8",
    env: { ...process.env, DEBIAN_FRONTEND: "noninteractive" },
  });
  if (status === 0) return undefined;
  const reason = error?.message ?? stderr.trim().split("\n").slice(-3).join("\n");
  return `${[command, ...args].join(" ")}: ${reason}`;
}
