import type { Plugin } from "vite";
import type { FoundEmail } from "../find-emails.ts";

/** Begins the module id of an email that is a named export. */
const prefix = "\0letterpress-email:";

/** What the bundler is to begin with for an email: its file, or a module made of its export. */
export function entryOf({ id, realPath, exportName }: FoundEmail): string {
  return exportName === "default" ? realPath : prefix + id;
}

/** Gives each email that is a named export a module of its own, of which it is the default. */
export function namedEmailEntries(emails: readonly FoundEmail[]): Plugin {
  const byEntry = new Map(emails.map((email) => [entryOf(email), email]));
  return {
    name: "letterpress:named-email-entries",
    enforce: "pre",
    resolveId: (id) => (id.startsWith(prefix) && byEntry.has(id) ? id : undefined),
    load(id) {
      const email = byEntry.get(id);
      return id.startsWith(prefix) && email ? defaultOf(email, email.realPath) : undefined;
    },
  };
}

/** Source of a module that has an email as its default export, and whatever its file exports. */
export function defaultOf({ exportName }: FoundEmail, file: string): string {
  const from = JSON.stringify(file);
  return `export * from ${from};\nexport { ${exportName} as default } from ${from};\n`;
}
