import { existsSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

/** The version of this package. Looked for upwards, because this file is bundled into other places. */
export function packageVersion(): string {
  let folder = dirname(fileURLToPath(import.meta.url));
  while (folder !== dirname(folder)) {
    const file = join(folder, "package.json");
    if (existsSync(file)) {
      const { name, version } = JSON.parse(readFileSync(file, "utf8"));
      if (name === "letterpress") return String(version);
    }
    folder = dirname(folder);
  }
  throw new Error("Cannot tell the version: the package.json of letterpress is missing");
}
