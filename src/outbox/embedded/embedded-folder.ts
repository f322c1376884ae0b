import { randomBytes } from "node:crypto";
import { readFileSync } from "node:fs";
import { link, mkdir, readFile, unlink, writeFile } from "node:fs/promises";
import { join, resolve } from "node:path";

/** Name of the one role of a database beside the app. */
export const roleName = "letterpress";

/** Where a database beside the app keeps its things. */
export interface EmbeddedFolder {
  readonly path: string;
  /** PostgreSQL's own files. */
  readonly data: string;
  readonly log: string;
  /** Holds the password of the one role; readable by its owner only. */
  readonly passwordFile: string;
  readonly password: string;
  /** Remembers the port, so that a restarted server has the same address. */
  readonly portFile: string;
  readonly links: string;
  /** Remembers which PostgreSQL was found, since looking for it takes time. */
  readonly programsFile: string;
}

/** Makes the folder where it is missing; with several processes at once, all get the same password. */
export async function openEmbeddedFolder(folder: string): Promise<EmbeddedFolder> {
  const path = resolve(folder);
  await mkdir(path, { recursive: true, mode: 0o700 });
  const passwordFile = join(path, "password");
  return {
    path,
    data: join(path, "data"),
    log: join(path, "server.log"),
    passwordFile,
    password: await readOrMakePassword(passwordFile),
    portFile: join(path, "port"),
    links: join(path, "links"),
    programsFile: join(path, "programs.json"),
  };
}

/** Written whole under another name first: a link to it either is the first or fails. */
async function readOrMakePassword(file: string): Promise<string> {
  const known = await readIfThere(file);
  if (known) return known;
  const draft = `${file}.${process.pid}.${randomBytes(4).toString("hex")}`;
  await writeFile(draft, randomBytes(24).toString("hex"), { mode: 0o600 });
  await link(draft, file).catch((error: NodeJS.ErrnoException) => {
    if (error.code !== "EEXIST") throw error;
  });
  await unlink(draft);
  return (await readFile(file, "utf8")).trim();
}

async function readIfThere(file: string): Promise<string | undefined> {
  try {
    return (await readFile(file, "utf8")).trim();
  } catch {
    return undefined;
  }
}

/** The major version that wrote the data. @returns `undefined` when there is no data yet */
export function dataVersion({ data }: EmbeddedFolder): number | undefined {
  try {
    return Number(readFileSync(join(data, "PG_VERSION"), "utf8").trim());
  } catch {
    return undefined;
  }
}
