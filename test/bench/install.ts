/**
 * What an app that renders and sends installs for production: this package, packed, beside nodemailer
 * with React Email's components. Packages and their size on a disk of 4 KiB blocks, React included
 * in both.
 */
import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { listInstalled } from "../consumer/installed.ts";
import { packPackage } from "../consumer/pack.ts";
import { run } from "../consumer/run.ts";
import { noteFigure } from "./figures/note-figure.ts";
import { printTable } from "./send/print-table.ts";

const folder = await mkdtemp(join(tmpdir(), "letterpress-bench-install-"));

async function weigh(name: string, packages: readonly string[]) {
  const app = join(folder, name);
  await mkdir(app);
  await writeFile(join(app, "package.json"), '{"private":true}');
  await run("npm", ["install", ...packages], app);
  const installed = await listInstalled(app);
  return {
    packages: installed.length,
    megabytes: installed.reduce((sum, { bytes }) => sum + bytes, 0) / 1e6,
  };
}

try {
  const { tarball } = await packPackage(folder);
  const react = ["react", "react-dom"];
  const ours = await weigh("ours", [tarball, "lightningcss", ...react]);
  const theirs = await weigh("theirs", ["nodemailer", "@react-email/components", ...react]);
  printTable(
    "Installed for production",
    ["app", "packages", "MB"],
    Object.entries({ letterpress: ours, "nodemailer, @react-email/components": theirs }).map(
      ([name, { packages, megabytes }]) => [name, String(packages), megabytes.toFixed(1)],
    ),
  );
  const name = "nodemailer, @react-email/components";
  noteFigure({
    ...{ what: "installed for production, with React", unit: "packages", ours: ours.packages },
    beside: { name, figure: theirs.packages },
  });
  noteFigure({
    ...{ what: "the same, on disk", unit: "MB", ours: ours.megabytes },
    beside: { name, figure: theirs.megabytes },
  });
} finally {
  await rm(folder, { recursive: true, force: true });
}
