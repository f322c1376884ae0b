/**
 * Writes the list of rules in `docs/checks.md` from the rules themselves.
 *
 *     npm run check-docs
 */
import { readFileSync, writeFileSync } from "node:fs";
import { listRules } from "./list-rules.ts";

const file = new URL("../../../docs/checks.md", import.meta.url);
writeFileSync(file, listRules(readFileSync(file, "utf8")));
