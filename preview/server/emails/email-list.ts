import { existsSync, statSync } from "node:fs";
import { join, relative } from "node:path";
import * as vite from "vite";
import { normalizePath } from "vite";
import { isEmailPath, toEmailId, whyNotLookedAt } from "../../../src/build/email-path.ts";
import type { ExportCache } from "../../../src/build/exports/judge-file.ts";
import {
  type FoundEmail,
  type FoundEmails,
  findAgain,
  findEmails,
} from "../../../src/build/find-emails.ts";
import type { EmailList, EmailSummary } from "../../protocol/index.ts";

/** The emails of a project, as they are on disk now. */
export interface EmailListing {
  /** Sorted by id. */
  summaries(): readonly EmailSummary[];
  /** The emails, and the files that hold none. */
  list(): EmailList;
  /** The same as it was found, with absolute paths. */
  found(): FoundEmails;
  get(id: string): FoundEmail | undefined;
  /** The emails that a file holds, by the path it was found at. */
  summariesOf(path: string): readonly EmailSummary[];
  /** Ids of the emails that are these files, by real path. */
  idsOf(files: ReadonlySet<string>): readonly string[];
  /** Why there is no email of an id, as a sentence without its end. */
  whyMissing(id: string): string;
  /** Looks at all files again. @returns whether an email or another file came, went or changed its kind */
  refresh(): boolean;
  /** Looks at one changed file again. @returns whether it became or ceased to be an email */
  refreshFile(path: string): boolean;
}

/** Finds the emails of a project and keeps them by id. */
export function createEmailListing(root: string, emailsDir: string): EmailListing {
  const cache: ExportCache = new Map();
  let found: FoundEmails = { folder: emailsDir, emails: [], passedOver: [] };
  let emails = new Map<string, FoundEmail>();

  function refresh(): boolean {
    const before = stateOf(found);
    keep(findEmails(emailsDir, { cache, parse: vite.parseSync }));
    return before !== stateOf(found);
  }

  function keep(now: FoundEmails): void {
    found = now;
    emails = new Map(now.emails.map((email) => [email.id, email]));
  }

  const fileOf = (path: string) => normalizePath(relative(root, path));
  const summarize = ({ id, path, modifiedAt, exportName }: FoundEmail): EmailSummary => ({
    ...{ id, modifiedAt, file: fileOf(path) },
    ...(exportName !== "default" && { exportName }),
  });
  const ofFile = (path: string) => found.emails.filter((email) => email.path === path);

  refresh();
  return {
    summaries: () => found.emails.map(summarize),
    list: () => ({
      emails: found.emails.map(summarize),
      passedOver: found.passedOver.map(({ path, reason }) => ({ file: fileOf(path), reason })),
      folderExists: existsSync(emailsDir),
    }),
    found: () => found,
    get: (id) => emails.get(id),
    summariesOf: (path) => ofFile(path).map(summarize),
    idsOf: (files) =>
      found.emails.filter((email) => files.has(email.realPath)).map((email) => email.id),
    whyMissing(id) {
      const passed = found.passedOver.find(
        ({ path }) => toEmailId(normalizePath(relative(emailsDir, path))) === id,
      );
      if (passed) {
        return `Cannot show "${id}": ${fileOf(passed.path)} holds no email: ${passed.reason}`;
      }
      const file = sourceOf(emailsDir, id);
      const reason = file && whyNotLookedAt(file);
      return reason === undefined
        ? `Cannot find the email "${id}": it was deleted or renamed`
        : `Cannot show "${id}": ${fileOf(join(emailsDir, file ?? ""))} is not listed: ${reason}`;
    },
    refresh,
    refreshFile(path) {
      const below = normalizePath(relative(emailsDir, path));
      if (!isEmailPath(below)) return false;
      // Looking at a thousand files takes longer than the email that was saved.
      const again = findAgain(below, ofFile(path), { cache, parse: vite.parseSync });
      if (!again) return refresh();
      const byId = new Map(again.map((email) => [email.id, email]));
      keep({ ...found, emails: found.emails.map((email) => byId.get(email.id) ?? email) });
      return false;
    },
  };
}

/** What tells one list from another, whenever its files were changed last. */
function stateOf({ emails, passedOver }: FoundEmails): string {
  return JSON.stringify([
    emails.map(({ id, path, exportName }) => [id, path, exportName]),
    passedOver,
  ]);
}

/** The file below the emails folder that an id would be of, listed or not. */
function sourceOf(emailsDir: string, id: string): string | undefined {
  if (id.split("/").includes("..")) return undefined;
  return [".tsx", ".jsx", ".ts", ".js"]
    .map((ending) => id + ending)
    .find((below) => statSync(join(emailsDir, below), { throwIfNoEntry: false })?.isFile());
}
