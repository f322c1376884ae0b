import { existsSync } from "node:fs";
import { chmod, mkdir, readdir, writeFile } from "node:fs/promises";
import { delimiter, join } from "node:path";
import { unpackDebianPackage } from "../matrix/foreign/debian-package.ts";

/**
 * Finds SpamAssassin on this machine, or unpacks Debian's package, without installing anything.
 *
 * @returns a PATH on which there is a `spamassassin`
 * @throws {Error} when there is neither it nor an apt to fetch it with
 */
export async function findSpamAssassin(): Promise<string> {
  const { PATH = "" } = process.env;
  const isThere = (folder: string) => existsSync(join(folder, "spamassassin"));
  return PATH.split(delimiter).some(isThere) ? PATH : `${await unpack()}${delimiter}${PATH}`;
}

/** @returns a folder with a `spamassassin` that finds its modules and rules where they are unpacked */
export async function unpack(): Promise<string> {
  const { root } = await unpackDebianPackage("spamassassin");
  const libraries = await moduleFolders(root);
  const places = [
    `--configpath=${join(root, "usr/share/spamassassin")}`,
    `--siteconfigpath=${join(root, "etc/spamassassin")}`,
  ];
  const command = [
    ...["exec", "perl", "-T", ...libraries.map((folder) => `-I${folder}`)],
    ...[join(root, "usr/bin/spamassassin"), ...places],
  ];
  const folder = join(root, "letterpress-bin");
  await mkdir(folder, { recursive: true });
  const file = join(folder, "spamassassin");
  await writeFile(file, `#!/bin/sh\n${command.map((word) => `'${word}'`).join(" ")} "$@"\n`);
  await chmod(file, 0o755);
  return folder;
}

/** Where Debian's packages of Perl modules put them: those of any machine, and those of this one. */
async function moduleFolders(root: string): Promise<readonly string[]> {
  const folders = [join(root, "usr/share/perl5")];
  const lib = join(root, "usr/lib");
  for (const machine of await readdir(lib).catch(() => [])) {
    const versions = await readdir(join(lib, machine, "perl5")).catch(() => []);
    folders.push(...versions.map((version) => join(lib, machine, "perl5", version)));
  }
  return folders;
}
