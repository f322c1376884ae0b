/**
 * Writes the list of rules in `docs/checks.md` from the rules themselves, and what they find in foreign
 * templates from those.
 *
 *     npm run check-docs
 */
import { readFileSync, writeFileSync } from "node:fs";
import { checkForeign } from "../foreign/check-foreign.ts";
import { listReview } from "../foreign/list-review.ts";
import { listRules } from "./list-rules.ts";

const file = new URL("../../../docs/checks.md", import.meta.url);
writeFileSync(file, listReview(listRules(readFileSync(file, "utf8")), await checkForeign()));
