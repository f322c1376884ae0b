import type { RunnableDevEnvironment } from "vite";
import { type OwnEntry, ownEntryUrl } from "../emails/email-environment.ts";

/** `letterpress` as an email of the project imports it. */
export type Letterpress = typeof import("../../../src/index.ts");

/** `letterpress/inbox` likewise. */
export type LetterpressInbox = typeof import("../../../src/inbox/index.ts");

interface OwnModules {
  readonly letterpress: Letterpress;
  readonly "letterpress/inbox": LetterpressInbox;
}

/** Loads an entry point of this package through the graph that the emails are in. */
export function loadOwnEntry<Entry extends OwnEntry>(
  environment: RunnableDevEnvironment,
  emailsDir: string,
  entry: Entry,
): Promise<OwnModules[Entry]> {
  return environment.runner.import(ownEntryUrl(emailsDir, entry));
}
