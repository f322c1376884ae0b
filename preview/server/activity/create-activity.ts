import { loadEnv, type ResolvedConfig } from "vite";
import type { ConfiguredOutbox } from "../../../src/check/define-config.ts";
import type { Inbox } from "../../../src/inbox/inbox.ts";
import type { Outbox } from "../../../src/outbox/outbox.ts";
import type { EventHub } from "../api/event-hub.ts";
import { loadConfig } from "../checks/load-config.ts";
import { findCacheFolder } from "../inbox/inbox-folder.ts";
import { type ActivitySource, createActivitySource } from "./activity-source.ts";
import { checkOutboxOption, toOutboxPlace } from "./outbox-place.ts";
import { createOwnOutbox } from "./own-outbox.ts";

/** What Activity is made of. */
export interface ActivityParts {
  readonly config: ResolvedConfig;
  readonly option: ConfiguredOutbox | false | undefined;
  readonly inbox: () => Promise<Inbox>;
  readonly events: EventHub;
}

/** The outbox of a preview. */
export interface PreviewActivity extends Omit<ActivitySource, "own"> {
  /** Starts the preview's own outbox in the background, where that is the one; a while from now. */
  beginLater(): void;
  /** The preview's own outbox as soon as it works; `undefined` where there is none. */
  own(): Promise<Outbox | undefined>;
}

/** The first page is not to wait for a database. */
const beginAfterMs = 1_500;

/** Puts together what Activity needs. Nothing is opened before it is asked for. */
export function createActivity({ config, option, inbox, events }: ActivityParts): PreviewActivity {
  const { root, mode, envDir } = config;
  const env = loadEnv(mode, envDir, ["DATABASE_URL", "LETTERPRESS_OUTBOX_KEY"]);
  let timer: NodeJS.Timeout | undefined;

  const source = createActivitySource({
    async findPlace() {
      const said = option ?? (await loadConfig(root)).outbox;
      checkOutboxOption(said);
      return toOutboxPlace(said, env, { root, ownFolder: findCacheFolder(root, "outbox") });
    },
    createOwn: (place, onChange) => createOwnOutbox({ place, root, inbox, onChange }),
    events,
    encryptionKey: env.LETTERPRESS_OUTBOX_KEY?.trim().split(/[\s,]+/) ?? [],
  });

  return {
    place: source.place,
    open: source.open,
    own: async () => {
      // Mail is not kept from the inbox by a config that does not load: Activity says so.
      const own = await source.own().catch(() => undefined);
      return own?.soon();
    },
    beginLater() {
      timer = setTimeout(async () => {
        const place = await source.place().catch(() => undefined);
        // What cannot start is told on the page.
        if (place?.isOwn) await source.open().catch(() => undefined);
      }, beginAfterMs);
      timer.unref();
    },
    async close() {
      clearTimeout(timer);
      await source.close();
    },
  };
}
