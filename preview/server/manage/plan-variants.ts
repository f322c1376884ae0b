import { readFile } from "node:fs/promises";
import type { FoundEmail } from "../../../src/build/find-emails.ts";
import type { PropsView } from "../../protocol/index.ts";
import { isRecord, type Json } from "../../protocol/props/json.ts";
import { applyPatch } from "../../protocol/props/patch.ts";
import { findVariants } from "../props/save/find-variants.ts";
import { slugOf, whyNoName } from "../props/save/variant-name.ts";
import { parseSourceTree } from "../props/source/source-file.ts";
import { deleteVariant, renameVariant, updateVariant, type VariantPlace } from "./edit-variants.ts";
import { type PlannedChange, rewritten } from "./planned-file.ts";

/** The edited props of a variant, written into it. @throws {Error} saying why they cannot be */
export async function planUpdate(
  found: FoundEmail,
  view: PropsView,
  props: string,
): Promise<PlannedChange> {
  const place = await placeOf(found, view.variant);
  const after = applyPatch(view.values, readPatch(props));
  if (!isRecord(after)) throw new Error("the edited props are no object");
  const code = updateVariant(place, view.values, after);
  if (code === place.code) throw new Error("nothing is edited");
  return about(found, place, code, view.variant);
}

/** Another name for a variant. @throws {Error} saying why it cannot have it */
export async function planVariantName(
  found: FoundEmail,
  slug: string,
  wanted: string,
): Promise<PlannedChange> {
  const place = await placeOf(found, slug);
  const name = wanted.trim();
  const wrong = whyNoName(name);
  if (wrong !== undefined) throw new Error(wrong);
  const code = renameVariant(place, name);
  return about(found, place, code, slugOf(name, namesIn({ ...place, code })));
}

/** An email without one of its variants. @throws {Error} saying why it has to stay */
export async function planVariantEnd(found: FoundEmail, slug: string): Promise<PlannedChange> {
  const place = await placeOf(found, slug);
  return about(found, place, deleteVariant(place), "default");
}

async function placeOf(found: FoundEmail, slug: string): Promise<VariantPlace> {
  const { realPath: path, exportName } = found;
  return { path, exportName, slug, code: await readFile(path, "utf8") };
}

function about(
  { id }: FoundEmail,
  { path, code }: VariantPlace,
  now: string,
  variant: string,
): PlannedChange {
  const files = [rewritten(path, code, now)];
  return { files, notes: [], searched: 0, emailId: id, variant };
}

function namesIn({ path, code, exportName }: VariantPlace): readonly string[] {
  const found = findVariants(parseSourceTree(path, code), exportName);
  return typeof found === "string" ? [] : [...found.byName.keys()];
}

function readPatch(props: string): Json {
  try {
    return JSON.parse(props) as Json;
  } catch {
    throw new Error("'change.props' is no JSON");
  }
}
