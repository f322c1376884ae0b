/**
 * Writes the commands in `docs/cli.md` from their table in `src/cli`.
 *
 *     npm run cli-docs
 */
import { readFileSync, writeFileSync } from "node:fs";
import { commands } from "../../../src/cli/commands.ts";
import { writeCommands } from "./describe-commands.ts";

const file = new URL("../../../docs/cli.md", import.meta.url);
const specs = commands.map(({ spec }) => spec);
writeFileSync(file, writeCommands(readFileSync(file, "utf8"), specs));
