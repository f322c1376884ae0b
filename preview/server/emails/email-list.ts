import { readFileSync, statSync } from "node:fs";
import { relative } from "node:path";
import { normalizePath } from "vite";
import { isEmailPath, toEmailId } from "../../../src/build/email-path.ts";
import { type FoundEmail, findEmails, type SourceCache } from "../../../src/build/find-emails.ts";
import { isEmailSource } from "../../../src/build/is-email-source.ts";
import type { EmailSummary } from "../../protocol/index.ts";

/** The emails of a project, as they are on disk now. */
export interface EmailListing {
  /** Sorted by id. */
  summaries(): readonly EmailSummary[];
  get(id: string): FoundEmail | undefined;
  /** The email that a file is, by the path it was found at. */
  summaryOf(path: string): EmailSummary | undefined;
  /** Ids of the emails that are these files, by real path. */
  idsOf(files: ReadonlySet<string>): readonly string[];
  /** Looks at all files again. @returns whether an email came, went or was renamed */
  refresh(): boolean;
  /** Looks at one changed file again. @returns whether it became or ceased to be an email */
  refreshFile(path: string): boolean;
}

/** Finds the emails of a project and keeps them by id. */
export function createEmailListing(root: string, emailsDir: string): EmailListing {
  const cache: SourceCache = new Map();
  let emails = new Map<string, FoundEmail>();

  function refresh(): boolean {
    const before = [...emails.values()].map((email) => email.path).join("\n");
    emails = new Map(findEmails(emailsDir, cache).map((email) => [email.id, email]));
    return before !== [...emails.values()].map((email) => email.path).join("\n");
  }

  const summarize = ({ id, path, modifiedAt }: FoundEmail): EmailSummary => ({
    ...{ id, modifiedAt },
    file: normalizePath(relative(root, path)),
  });

  refresh();
  return {
    summaries: () => [...emails.values()].map(summarize),
    get: (id) => emails.get(id),
    summaryOf(path) {
      const found = emails.get(toEmailId(normalizePath(relative(emailsDir, path))));
      return found?.path === path ? summarize(found) : undefined;
    },
    idsOf: (files) =>
      [...emails.values()].filter((email) => files.has(email.realPath)).map((email) => email.id),
    refresh,
    refreshFile(path) {
      const below = normalizePath(relative(emailsDir, path));
      if (!isEmailPath(below)) return false;
      const id = toEmailId(below);
      const known = emails.get(id);
      const modifiedAt = statSync(path, { throwIfNoEntry: false })?.mtimeMs;
      if (known?.path !== path || modifiedAt === undefined) return refresh();
      if (!isEmailSource(readFileSync(path, "utf8"))) return refresh();
      cache.set(path, { modifiedAt, isEmail: true });
      emails.set(id, { ...known, modifiedAt });
      return false;
    },
  };
}
