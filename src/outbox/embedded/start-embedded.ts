import { readFile, writeFile } from "node:fs/promises";
import { type Clock, systemClock } from "../../clock.ts";
import { type Anchor, embeddedUrl, takeHold } from "./anchor.ts";
import { type Binaries, recallBinaries, rememberBinaries } from "./binaries.ts";
import { createData, syncData } from "./create-data.ts";
import { dataVersion, type EmbeddedFolder, openEmbeddedFolder } from "./embedded-folder.ts";
import { findBinaries } from "./find-binaries.ts";
import { chooseLauncher, type Launcher } from "./launcher.ts";
import { inspectProcess, readPidFile, removeStalePidFile } from "./pid-file.ts";
import { freePort, startPostmaster, stopPostmaster } from "./run-postmaster.ts";
import { embeddedError } from "./ways-out.ts";

/** How often a start is tried before it is given up: another process may be quicker each time. */
const maxStarts = 20;

/** Pause before the next look, where another process is about to start or stop the server. */
const pauseMs = 100;

/** How long a server that runs may take to answer before it counts as none. */
const patienceMs = 30_000;

/** A PostgreSQL beside the app. */
export interface EmbeddedDatabase {
  /** Address of the server, with its password. */
  readonly url: string;
  /** Whether the server has ended since. */
  readonly isLost: boolean;
  /** Lets go of the server; the last process that does so ends it. May be called twice. */
  close(): Promise<void>;
}

/** Options of {@link startEmbedded}. */
export interface EmbeddedOptions {
  /** Whether a PostgreSQL of this machine is left alone and only that of the package taken. @default false */
  readonly packagedOnly?: boolean | undefined;
  readonly clock?: Clock | undefined;
}

/**
 * Starts a PostgreSQL with its data in a folder, or takes up the one that runs there already:
 * another process uses it, or one left it behind when it was killed.
 *
 * @param path folder of the data; made where it is missing
 * @throws {OutboxError} with three ways out, where no PostgreSQL can run
 */
export async function startEmbedded(
  path: string,
  { packagedOnly, clock = systemClock }: EmbeddedOptions = {},
): Promise<EmbeddedDatabase> {
  const folder = await openEmbeddedFolder(path).catch((cause: Error) => {
    throw embeddedError(`the folder ${path} cannot be used (${cause.message})`, { cause });
  });
  let programs: Programs | undefined;
  let reason = "";
  for (let start = 0; start < maxStarts; start++) {
    const adopted = await adopt(folder, clock);
    if (adopted) return toDatabase(folder, adopted, clock);
    programs ??= await choosePrograms(folder, packagedOnly);
    const { binaries, launcher } = programs;
    const isNew = dataVersion(folder) === undefined;
    if (isNew) await createData(folder, binaries, launcher);
    const synced = isNew ? syncData(folder, binaries, launcher) : undefined;
    const port = await freePort(await readPort(folder), clock);
    const result = await startPostmaster(folder, binaries, launcher, port, clock);
    await synced;
    if (result.anchor) {
      await writeFile(folder.portFile, String(port)).catch(() => {});
      return toDatabase(folder, { anchor: result.anchor, port }, clock);
    }
    reason = result.reason;
    // Processes of a server that was killed live on for a moment, and keep a new one from starting.
    await clock.sleep(pauseMs);
  }
  throw embeddedError(`the server in ${folder.path} does not start; it says: ${reason}`);
}

interface Held {
  readonly anchor: Anchor;
  readonly port: number;
}

/** Takes up a server that runs, or is about to; removes what a dead one left in the way. */
async function adopt(folder: EmbeddedFolder, clock: Clock): Promise<Held | undefined> {
  const until = clock.now() + patienceMs;
  while (clock.now() < until) {
    const running = readPidFile(folder.data);
    if (!running) return undefined;
    const anchor = await takeHold(folder, running.port);
    if (anchor) return { anchor, port: running.port };
    if (readPidFile(folder.data)?.text !== running.text) continue;
    const found = inspectProcess(running.pid);
    if (found === "other") await removeStalePidFile(folder.data, running);
    if (found !== "postgres") return undefined;
    await clock.sleep(pauseMs);
  }
  return undefined;
}

interface Programs {
  readonly binaries: Binaries;
  readonly launcher: Launcher;
}

async function choosePrograms(
  folder: EmbeddedFolder,
  packagedOnly: boolean | undefined,
): Promise<Programs> {
  const major = dataVersion(folder);
  const find = async () => {
    const known = await recallBinaries(folder.programsFile, major);
    return known ?? findBinaries({ major, linksFolder: folder.links, packagedOnly });
  };
  const [binaries, launcher] = await Promise.all([find(), chooseLauncher()]);
  if (binaries) {
    await rememberBinaries(folder.programsFile, binaries);
    return { binaries, launcher };
  }
  throw embeddedError(
    major === undefined
      ? "no PostgreSQL is installed on this machine, and no package brings one"
      : `the data in ${folder.path} was written by PostgreSQL ${major}, and no PostgreSQL ${major} is to be found`,
  );
}

async function readPort({ portFile }: EmbeddedFolder): Promise<number | undefined> {
  const port = Number(await readFile(portFile, "utf8").catch(() => ""));
  return Number.isInteger(port) && port > 0 ? port : undefined;
}

function toDatabase(
  folder: EmbeddedFolder,
  { anchor, port }: Held,
  clock: Clock,
): EmbeddedDatabase {
  let closing: Promise<void> | undefined;
  return {
    url: embeddedUrl(folder, port),
    get isLost() {
      return anchor.isLost;
    },
    close() {
      closing ??= anchor.release(() => stopPostmaster(folder, clock));
      return closing;
    },
  };
}
