import { existsSync, readdirSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

/** One numbered file of `sql/`. */
export interface Migration {
  readonly version: number;
  /** Name of the file. */
  readonly name: string;
  /** With `{schema}` in place of the schema's quoted name. */
  readonly sql: string;
}

/**
 * Reads the migrations, in order. In the package this module is replaced by one that holds them, so
 * that an app may be bundled; the files themselves lie beside it to be read.
 */
export function readMigrations(): readonly Migration[] {
  const folder = sqlFolder();
  const names = readdirSync(folder).filter((name) => /^\d{3}-.*\.sql$/.test(name));
  return names.sort().map((name) => ({
    version: Number(name.slice(0, 3)),
    name,
    sql: readFileSync(join(folder, name), "utf8"),
  }));
}

/** Looked for upwards, because this file may be bundled into another place of the project. */
function sqlFolder(): string {
  let folder = dirname(fileURLToPath(import.meta.url));
  for (;;) {
    const found = [join(folder, "sql"), join(folder, "src/outbox/sql")].find((path) =>
      existsSync(join(path, "001-messages.sql")),
    );
    if (found !== undefined) return found;
    if (folder === dirname(folder)) throw new Error("Cannot find the SQL files of the outbox");
    folder = dirname(folder);
  }
}
