import { execFile, type SpawnOptions, spawn } from "node:child_process";
import { promisify } from "node:util";
import { type Binaries, programPath } from "./binaries.ts";

const run = promisify(execFile);

/** The user and group that own nothing, by custom. */
const nobody = 65_534;

/** How PostgreSQL's programs are run: they refuse to run as root. */
export interface Launcher {
  /** Program and arguments that go before. */
  readonly prefix: readonly string[];
  /** The user that they run as and that must own their files; `undefined`: the present one. */
  readonly owner: number | undefined;
}

const isRoot = (): boolean => process.getuid?.() === 0;

/**
 * Finds how to run PostgreSQL as the present user. Root on Linux runs it in a user namespace, where
 * it has another number while its files stay root's; where namespaces are forbidden, as `nobody`.
 */
export async function chooseLauncher(): Promise<Launcher> {
  if (!isRoot()) return { prefix: [], owner: undefined };
  const prefix = ["unshare", "--user", "--map-user=1000", "--map-group=1000", "--"];
  try {
    const [command = "", ...args] = prefix;
    const { stdout } = await run(command, [...args, "id", "-u"]);
    if (stdout.trim() === "1000") return { prefix, owner: undefined };
  } catch {
    // No such program, or namespaces are forbidden, as in many containers.
  }
  return { prefix: [], owner: nobody };
}

/** Starts one of the programs. Variables that PostgreSQL reads are not passed on from the app. */
export function launch(
  launcher: Launcher,
  binaries: Binaries,
  name: "initdb" | "postgres",
  args: readonly string[],
  options: SpawnOptions,
) {
  const file = programPath(binaries.folder, name);
  const [command = file, ...rest] = [...launcher.prefix, file, ...args];
  const { owner } = launcher;
  return spawn(command, rest, {
    ...options,
    ...(owner === undefined ? {} : { uid: owner, gid: owner }),
    env: { ...withoutPostgres(process.env), ...binaries.env, LC_ALL: "C" },
  });
}

function withoutPostgres(env: NodeJS.ProcessEnv): NodeJS.ProcessEnv {
  return Object.fromEntries(Object.entries(env).filter(([name]) => !/^PG[A-Z]+$/.test(name)));
}
