import { isRecord, isSame, type Json, type JsonRecord, markOf } from "./json.ts";

/**
 * What makes `after` of `before`: a JSON merge patch (RFC 7396) with the two marks that such a patch
 * lacks (see {@link isRecord}). It names only what differs, so that the rest follows the file.
 *
 * @returns `undefined` when nothing differs
 */
export function makePatch(before: Json | undefined, after: Json): Json | undefined {
  if (isSame(before, after)) return undefined;
  if (isRecord(before) && isRecord(after)) return patchRecord(before, after);
  if (Array.isArray(before) && Array.isArray(after)) return patchList(before, after);
  return asPatch(after);
}

/**
 * Lays a patch over a value. What it does not name keeps its identity.
 *
 * @throws {SyntaxError} when a mark in it has no meaning
 * @see RFC 7396, section 2
 */
export function applyPatch(target: Json | undefined, patch: Json): Json {
  const mark = markOf(patch);
  if (mark === "$null") return null;
  if (mark === "$list") return applyToList(target, (patch as JsonRecord)[mark]);
  if (mark !== undefined || !isRecord(patch)) return patch;
  const merged: Record<string, Json> = isRecord(target) ? { ...target } : {};
  for (const [name, value] of Object.entries(patch)) {
    if (value === null) delete merged[name];
    // Assigned, it would change the object's own prototype.
    else if (name !== "__proto__") merged[name] = applyPatch(merged[name], value);
  }
  return merged;
}

function patchRecord(before: JsonRecord, after: JsonRecord): Json {
  const patch: Record<string, Json> = {};
  for (const name of Object.keys(before)) if (!Object.hasOwn(after, name)) patch[name] = null;
  for (const [name, value] of Object.entries(after)) {
    const change = makePatch(before[name], value);
    if (change !== undefined) patch[name] = change;
  }
  return patch;
}

/** Item by item, unless the whole list is the shorter thing to say. */
function patchList(before: readonly Json[], after: readonly Json[]): Json {
  if (after.length > before.length + longestGap) return after;
  const changes: Record<string, Json> = {};
  if (before.length !== after.length) changes.length = after.length;
  for (const [at, item] of after.entries()) {
    const change = makePatch(before[at], item);
    if (change !== undefined) changes[at] = change;
  }
  const patch = { $list: changes };
  return JSON.stringify(patch).length < JSON.stringify(after).length ? patch : after;
}

function applyToList(target: Json | undefined, changes: Json | undefined): Json {
  if (!isRecord(changes)) {
    throw new SyntaxError(
      'Cannot read the edits: "$list" must hold { "<place>": …, "length"?: n }',
    );
  }
  const { length, ...items } = changes;
  const merged: Json[] = Array.isArray(target) ? [...target] : [];
  const end = merged.length + longestGap;
  for (const [place, change] of Object.entries(items)) {
    const at = Number(place);
    if (!Number.isInteger(at) || at < 0 || at >= end) {
      throw new SyntaxError(`Cannot read the edits: "$list" has the place "${place}"`);
    }
    merged[at] = applyPatch(merged[at], change);
  }
  if (length !== undefined) {
    if (typeof length !== "number" || !Number.isInteger(length) || length < 0) {
      throw new SyntaxError(`Cannot read the edits: "$list" has the length ${length}`);
    }
    // What is longer is so by its items.
    merged.length = Math.min(merged.length, length);
  }
  // A list that became shorter in the file leaves gaps below what was added.
  return Array.from(merged, (item) => item ?? null);
}

/** A value as a patch that sets it: null, which removes, is marked. Within lists it stands for itself. */
function asPatch(value: Json): Json {
  if (value === null) return { $null: true };
  if (!isRecord(value)) return value;
  return Object.fromEntries(Object.entries(value).map(([name, item]) => [name, asPatch(item)]));
}

/** So far behind a list's end an item may stand: one number in an address must not fill the memory. */
const longestGap = 1000;
