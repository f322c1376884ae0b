import { lstat, readFile } from "node:fs/promises";
import { dirname, extname, join, relative } from "node:path";
import { normalizePath } from "vite";
import type { FoundEmail } from "../../../src/build/find-emails.ts";
import { findTaken, toNewId } from "../../../src/build/new-email/name-email.ts";
import type { Starter } from "../../../src/build/new-email/starters.ts";
import { planEmail } from "../../../src/build/new-email/write-email.ts";
import { changeId } from "./email-id.ts";
import { findImporters, type Importer, type ResolveAlias } from "./find-importers.ts";
import { describePlace, findMentions } from "./mentions.ts";
import { applyTextEdits, relocateOwn } from "./moved-import.ts";
import type { PlannedChange, PlannedFile } from "./planned-file.ts";
import { readProjectSources } from "./project-sources.ts";
import { renameImports } from "./rename-imports.ts";
import { findTexts } from "./source-texts.ts";

/** What changes of emails need. */
export interface EmailFolders {
  /** The project. */
  readonly root: string;
  readonly emailsDir: string;
  readonly resolveAlias: ResolveAlias;
}

/** An email, and the others that its file holds. */
export interface EmailToChange {
  readonly found: FoundEmail;
  readonly others: readonly FoundEmail[];
}

/** A new email from a starter. @throws {Error} when it is there already, or none can be called so */
export async function planNew(
  path: string,
  from: Starter,
  { root, emailsDir }: EmailFolders,
): Promise<PlannedChange> {
  const emails = normalizePath(relative(root, emailsDir));
  const planned = await planEmail({ root, emails, path, from });
  const after = { path: normalizePath(planned.path), bytes: Buffer.from(planned.source) };
  return about(planned.id, [{ before: null, after }]);
}

/** A copy under another id. @throws {Error} saying why there can be none */
export async function planDuplicate(
  { found, others }: EmailToChange,
  path: string,
  folders: EmailFolders,
): Promise<PlannedChange> {
  refuseSeveral(others, "copy");
  const { id, to } = placeOf(found, path, folders);
  const { code } = await readEmail(found);
  const copied = withId(found, code, id, to);
  return about(id, [{ before: null, after: { path: to, bytes: Buffer.from(copied) } }]);
}

/** Another id: the file moves, and all that imports it follows. @throws {Error} saying why it cannot */
export async function planRename(
  { found, others }: EmailToChange,
  path: string,
  folders: EmailFolders,
): Promise<PlannedChange> {
  refuseSeveral(others, "rename");
  const { id, to } = placeOf(found, path, folders);
  const { code, before } = await readEmail(found);
  const { path: from } = before;
  const sources = await readProjectSources([folders.root, folders.emailsDir]);
  const importers = await findImporters(from, sources, folders.resolveAlias);
  const moved: PlannedFile = {
    before,
    after: { path: to, bytes: Buffer.from(withId(found, code, id, to)), mode: before.mode },
  };
  const followers = importers.map((one) => renameImports(one, { from, to }, folders.root));
  const built = dirname(from) === dirname(to) ? [] : describeBuiltPaths(from, code, folders.root);
  const notes = [...built, ...findMentions(found.id, sources, from, folders.root)];
  return { ...about(id, [moved, ...followers]), notes, searched: sources.length };
}

/** No email any more. What imports it is told, and stays. */
export async function planDelete(
  { found, others }: EmailToChange,
  folders: EmailFolders,
): Promise<PlannedChange> {
  refuseSeveral(others, "delete");
  const { before } = await readEmail(found);
  const sources = await readProjectSources([folders.root, folders.emailsDir]);
  const importers = await findImporters(before.path, sources, folders.resolveAlias);
  const notes = importers.map((one) => describeLost(one, folders.root));
  const planned = about(null, [{ before, after: null }]);
  return { ...planned, notes, searched: sources.length };
}

function about(emailId: string | null, files: readonly PlannedFile[]): PlannedChange {
  return { files, notes: [], searched: 0, emailId, variant: null };
}

function refuseSeveral(others: readonly FoundEmail[], action: string): void {
  if (others.length === 0) return;
  const names = others.map(({ id }) => id).join(", ");
  throw new Error(`its file holds other emails too (${names}); ${action} it by hand`);
}

function placeOf({ path, id }: FoundEmail, wanted: string, { root, emailsDir }: EmailFolders) {
  const newId = toNewId(wanted, normalizePath(relative(root, emailsDir)));
  if (newId === id) throw new Error("it is called so already");
  const taken = findTaken(emailsDir, newId);
  const isCase = newId.toLowerCase() === id.toLowerCase();
  if (taken !== undefined && !isCase) {
    throw new Error(`${normalizePath(relative(root, taken))} is there already`);
  }
  return { id: newId, to: normalizePath(join(emailsDir, newId + extname(path))) };
}

async function readEmail(found: FoundEmail) {
  const path = normalizePath(found.path);
  const stats = await lstat(found.path);
  if (stats.isSymbolicLink()) throw new Error("it is a link to another file; change that one");
  const bytes = await readFile(found.path);
  return { code: bytes.toString(), before: { path, bytes, mode: stats.mode & 0o777 } };
}

function withId({ path, exportName }: FoundEmail, code: string, id: string, to: string): string {
  const from = normalizePath(path);
  const edits = [...changeId(from, code, exportName, id), ...relocateOwn(code, { from, to })];
  return applyTextEdits(code, edits);
}

function describeBuiltPaths(path: string, code: string, root: string): readonly string[] {
  return (findTexts(path, code)?.built ?? []).map(
    (at) =>
      `${describePlace({ path, code }, at, root)} puts a path together while it runs; that stays as it is`,
  );
}

function describeLost(importer: Importer, root: string): string {
  const [first] = importer.texts;
  return `${describePlace(importer, first?.start ?? 0, root)} imports it, and will not load`;
}
