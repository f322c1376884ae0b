import type { Arrival } from "../arrival.ts";
import type { StoreEvent } from "../inbox-view.ts";
import type { MessageStore } from "../message-store.ts";
import type { RawSource } from "../raw-source.ts";
import type { MessageReader } from "../reading/message-reader.ts";
import type { MessageContent } from "../reading/read-content.ts";
import type { Subscriptions } from "../subscriptions.ts";
import { type MailFolder, openMailFolder } from "./mail-folder.ts";
import { restoreMessages } from "./restore-messages.ts";

/** What {@link openKeptMail} needs. */
export interface KeptMailOptions {
  readonly folder?: string | undefined;
  readonly onFolderProblem?: ((problem: string) => void) | undefined;
  readonly reader: MessageReader;
  readonly store: MessageStore;
  readonly events: Subscriptions<StoreEvent>;
  readonly list: (arrival: Arrival, content: MessageContent, source: RawSource) => void;
}

/** Opens the folder, if there is to be one, lists what is in it, and lets it follow what happens. */
export async function openKeptMail(options: KeptMailOptions): Promise<MailFolder | undefined> {
  const { folder: path, onFolderProblem = warn, reader, store, events, list } = options;
  if (path === undefined) return undefined;
  const tell = (problem: string) => onFolderProblem(`The inbox's folder ${path}: ${problem}`);
  const folder = openMailFolder(path, tell);
  const idsOf = (messages: readonly { readonly id: string }[]) => messages.map(({ id }) => id);
  events.subscribe((event) => {
    if (event.type === "received") folder.remove(idsOf(event.evicted));
    else if (event.type === "removed") folder.remove(idsOf(event.messages));
    else folder.mark(idsOf(event.messages), event.read);
  });
  try {
    await restoreMessages(folder.found, reader, list, tell);
  } catch (error) {
    await folder.close();
    throw error;
  }
  for (const id of folder.readIds) store.mark(id, true);
  return folder;
}

function warn(problem: string): void {
  process.emitWarning(problem, { code: "LETTERPRESS_INBOX_FOLDER" });
}
