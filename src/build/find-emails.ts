import { statSync } from "node:fs";
import { join } from "node:path";
import { type EmailFile, listEmailFiles } from "./email-files.ts";
import { toEmailId } from "./email-path.ts";
import type { DeclaredId, ExportVerdict, FileExports } from "./exports/export-verdict.ts";
import { type ExportCache, judgeFile } from "./exports/judge-file.ts";
import type { Parse } from "./exports/read-exports.ts";

/** An email on disk. */
export interface FoundEmail {
  /**
   * Path below the emails folder without its ending, with forward slashes on every platform; of
   * one email among several in a file, followed by the name of its export.
   */
  readonly id: string;
  /** Absolute path, through symbolic links as they stand. */
  readonly path: string;
  /** The same without symbolic links: as Vite's module graph names it, with forward slashes. */
  readonly realPath: string;
  /** Last change, ms since the epoch. */
  readonly modifiedAt: number;
  /** Which export of the file it is: `default`, or its name. */
  readonly exportName: string;
  /** The `id` that it is defined with, where that is not its own. */
  readonly declaredId: DeclaredId | undefined;
}

/** A file of the emails folder that is not listed. */
export interface PassedOver {
  /** Absolute. */
  readonly path: string;
  /** Why, as a sentence without its end: `its default export is an object`. */
  readonly reason: string;
}

/** What an emails folder holds. */
export interface FoundEmails {
  /** The folder itself, as it was asked for. */
  readonly folder: string;
  /** Sorted by id. */
  readonly emails: readonly FoundEmail[];
  /** Sorted by path. */
  readonly passedOver: readonly PassedOver[];
}

/** What {@link findEmails} reads files with. */
export interface FindOptions {
  /** Kept from one time to the next: an unchanged file is not read again. */
  readonly cache: ExportCache;
  /** Vite's parser. */
  readonly parse: Parse;
}

/**
 * Finds the emails below a folder, in any depth. Runs none of them: an email is a default export
 * that is a component or made by `defineEmail`, or a named one that is made by it or has
 * `PreviewProps`. A folder that is not there holds no emails.
 */
export function findEmails(emailsDir: string, options: FindOptions): FoundEmails {
  const { files, links } = listEmailFiles(emailsDir);
  const emails = new Map<string, FoundEmail>();
  const passedOver: PassedOver[] = links.map((below) => ({
    path: join(emailsDir, below),
    reason: "it is a link that leads out of the emails folder",
  }));
  // A file's own emails go before those that are named after an export of another file.
  const byName: FoundEmail[] = [];
  for (const file of [...files].sort((a, b) => (a.path < b.path ? -1 : 1))) {
    const { own, others, reason } = emailsOf(file, options);
    if (reason !== undefined) passedOver.push({ path: file.path, reason });
    if (own) {
      const before = emails.get(own.id);
      if (before) passedOver.push(shadowed(before, own.id, file.path));
      emails.set(own.id, own);
    }
    byName.push(...others);
  }
  for (const one of byName) {
    const holder = emails.get(one.id);
    if (holder) passedOver.push(shadowed(one, one.id, holder.path));
    else emails.set(one.id, one);
  }
  return {
    folder: emailsDir,
    emails: [...emails.values()].sort((a, b) => (a.id < b.id ? -1 : 1)),
    passedOver: passedOver.sort((a, b) => (a.path < b.path ? -1 : 1)),
  };
}

/**
 * Looks at one file again that held emails before.
 *
 * @param known its emails
 * @returns the same emails as they are now; `undefined` when others came, or one went
 */
export function findAgain(
  below: string,
  known: readonly FoundEmail[],
  options: FindOptions,
): readonly FoundEmail[] | undefined {
  const [first] = known;
  if (!first) return undefined;
  const { own, others } = emailsOf({ below, path: first.path, realPath: first.realPath }, options);
  const now = [...(own ? [own] : []), ...others];
  const names = (emails: readonly FoundEmail[]) =>
    JSON.stringify(emails.map(({ id, exportName }) => [id, exportName]).sort());
  return names(now) === names(known) ? now : undefined;
}

interface EmailsOfFile {
  /** The email that has the path of the file as its id. */
  readonly own?: FoundEmail;
  /** Those that are named after their exports. */
  readonly others: readonly FoundEmail[];
  /** Why there is none. */
  readonly reason?: string;
}

function emailsOf(file: EmailFile, { cache, parse }: FindOptions): EmailsOfFile {
  const id = toEmailId(file.below);
  const exports = judgeFile(file.path, id, cache, parse);
  const modifiedAt = statSync(file.path, { throwIfNoEntry: false })?.mtimeMs;
  // Deleted since the folder was read: the watcher tells, and the list is made again.
  if (!exports || modifiedAt === undefined) return { others: [] };
  const { path } = file;
  const realPath = file.realPath.replaceAll("\\", "/");
  const toEmail = (emailId: string, exportName: string, verdict: ExportVerdict): FoundEmail => ({
    ...{ id: emailId, path, realPath, modifiedAt, exportName },
    declaredId: contradiction(verdict, emailId),
  });
  const { standard, named } = exports;
  const [onlyName, ...more] = named.keys();
  if (standard?.kind === "email") {
    const others = [...named].map(([name, one]) => toEmail(`${id}/${name}`, name, one));
    return { own: toEmail(id, "default", standard), others };
  }
  if (onlyName !== undefined && more.length === 0) {
    const verdict = named.get(onlyName) as ExportVerdict;
    return { own: toEmail(id, onlyName, verdict), others: [] };
  }
  if (named.size > 0) {
    return { others: [...named].map(([name, one]) => toEmail(`${id}/${name}`, name, one)) };
  }
  return { others: [], reason: whyNone(exports) };
}

function contradiction(verdict: ExportVerdict, id: string): DeclaredId | undefined {
  const declared = verdict.kind === "email" ? verdict.declaredId : undefined;
  return declared && declared.value !== id ? declared : undefined;
}

function whyNone({ standard }: FileExports): string {
  return standard?.kind === "other"
    ? `its default export is ${standard.reason}`
    : "it has no default export, and no export with PreviewProps";
}

function shadowed({ path }: FoundEmail, id: string, by: string): PassedOver {
  return { path, reason: `${by.slice(by.lastIndexOf("/") + 1)} has the same id, "${id}"` };
}
