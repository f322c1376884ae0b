import { readFile, realpath, writeFile } from "node:fs/promises";
import { relative } from "node:path";
import { normalizePath } from "vite";
import type { FoundEmail } from "../../../../src/build/find-emails.ts";
import type { PropsView, SavedVariant, SaveVariantRequest } from "../../../protocol/index.ts";
import { isRecord, type Json } from "../../../protocol/props/json.ts";
import { applyPatch } from "../../../protocol/props/patch.ts";
import { Refusal } from "../../api/answer.ts";
import { parseSourceTree } from "../source/source-file.ts";
import { findVariants } from "./find-variants.ts";
import { insertVariant } from "./insert-variant.ts";
import { slugOf, whyNoName } from "./variant-name.ts";

/** The email that gets a variant. */
export interface SaveTarget {
  readonly root: string;
  readonly emailsDir: string;
  readonly found: FoundEmail;
  readonly view: PropsView;
}

/**
 * Writes edited props into the email's own file as a new variant.
 *
 * @throws {Refusal} saying why not; then nothing was written
 */
export async function saveVariant(
  { root, emailsDir, found, view }: SaveTarget,
  request: SaveVariantRequest,
): Promise<SavedVariant> {
  const name = request.name.trim();
  const file = normalizePath(relative(root, found.path));
  const refuse = (status: number, reason: string) =>
    new Refusal(status, `Cannot save to ${file}: ${reason}`);
  const wrong = whyNoName(name);
  if (wrong !== undefined) throw refuse(400, wrong);
  // A link in the folder may lead out of it, and what is there is another's.
  if (!found.realPath.startsWith(`${normalizePath(await realpath(emailsDir))}/`)) {
    throw refuse(403, "it is a link to a file outside the emails folder");
  }
  const code = await readFile(found.realPath, "utf8");
  let written: string;
  try {
    written = insertVariant(found.realPath, code, {
      ...{ name, exportName: found.exportName, ...editedValues(view, request) },
    });
  } catch (error) {
    throw refuse(409, error instanceof Error ? error.message : String(error));
  }
  if ((await readFile(found.realPath, "utf8")) !== code) {
    throw refuse(409, "it changed meanwhile; try again");
  }
  await writeFile(found.realPath, written);
  return { name, file, ...placeOf(found, written, name) };
}

function editedValues(view: PropsView, { locale, props }: SaveVariantRequest) {
  const edited = props === null ? view.values : applyPatch(view.values, JSON.parse(props) as Json);
  if (!isRecord(edited)) throw new SyntaxError("the edited props are no object");
  const after = locale === null ? edited : { ...edited, locale };
  return { from: view.variant, before: view.values, after };
}

/** What the new variant is called in an address, and its line. */
function placeOf(
  { realPath, exportName }: FoundEmail,
  code: string,
  name: string,
): Pick<SavedVariant, "slug" | "line"> {
  const variants = findVariants(parseSourceTree(realPath, code), exportName);
  const byName = typeof variants === "string" ? new Map() : variants.byName;
  const start: number = byName.get(name)?.start ?? 0;
  return {
    slug: slugOf(name, [...byName.keys()]),
    line: code.slice(0, start).split("\n").length,
  };
}
