import type { OutboxActivity } from "../../../src/outbox/activity/open-activity.ts";
import type { EventHub } from "../api/event-hub.ts";
import type { OutboxPlace } from "./outbox-place.ts";
import type { OwnOutbox } from "./own-outbox.ts";

/** The outbox that Activity shows, opened when it is asked for. */
export interface ActivitySource {
  /** `undefined` when no outbox is named. @throws {Error} when the config cannot be loaded */
  place(): Promise<OutboxPlace | undefined>;
  /** @throws {OutboxError} when it cannot be opened; `undefined` when none is named */
  open(): Promise<OutboxActivity | undefined>;
  /** The preview's own outbox, where that is the one. */
  own(): Promise<OwnOutbox | undefined>;
  close(): Promise<void>;
}

/** What it needs. */
export interface ActivitySourceOptions {
  readonly findPlace: () => Promise<OutboxPlace | undefined>;
  readonly createOwn: (place: OutboxPlace, onChange: () => void) => OwnOutbox;
  readonly events: EventHub;
  /** Keys that open sealed bodies. */
  readonly encryptionKey: readonly string[];
}

/** How often it is looked for changes while a page is open. */
const lookMs = 700;

/** Changes of the preview's own outbox are told together, this soon. */
const gatherMs = 40;

/** Creates it; nothing is opened before it is asked for. */
export function createActivitySource(options: ActivitySourceOptions): ActivitySource {
  const { findPlace, createOwn, events, encryptionKey } = options;
  let finding: Promise<OutboxPlace | undefined> | undefined;
  let ownOutbox: OwnOutbox | undefined;
  let opened: OutboxActivity | undefined;
  let isClosed = false;
  let timer: NodeJS.Timeout | undefined;
  let gathering: NodeJS.Timeout | undefined;
  let mark: string | undefined;

  const place = () => {
    finding ??= findPlace().catch((error) => {
      finding = undefined;
      throw error;
    });
    return finding;
  };

  const tell = () => {
    gathering ??= setTimeout(() => {
      gathering = undefined;
      events.send({ type: "activity" });
    }, gatherMs);
  };

  async function own(): Promise<OwnOutbox | undefined> {
    const found = await place();
    if (!found?.isOwn || isClosed) return undefined;
    ownOutbox ??= createOwn(found, tell);
    return ownOutbox;
  }

  async function open(): Promise<OutboxActivity | undefined> {
    const found = await place();
    if (!found || isClosed) return undefined;
    if (found.isOwn) await (await own())?.open();
    // Closed meanwhile.
    if (isClosed) return undefined;
    if (!opened) {
      const { openActivity } = await import("../../../src/outbox/activity/open-activity.ts");
      const { url, schema } = found;
      if (isClosed) return undefined;
      opened ??= openActivity({ url, schema, encryptionKey });
      look();
      tell();
    }
    return opened;
  }

  /** While no one has a page open, no one is asked. */
  function look(): void {
    if (isClosed) return;
    timer = setTimeout(async () => {
      if (opened && events.isHeard()) {
        const now = await opened.mark().catch(() => "away");
        if (mark !== undefined && now !== mark) tell();
        mark = now;
      }
      look();
    }, lookMs);
    timer.unref();
  }

  return {
    ...{ place, open, own },
    async close() {
      isClosed = true;
      clearTimeout(timer);
      clearTimeout(gathering);
      await opened?.close();
      await ownOutbox?.close();
    },
  };
}
