import type { Clock } from "../../clock.ts";
import type { InboxStream } from "../inbox-options.ts";
import { defaultStream, type Streams } from "./streams.ts";

/** What a stream is for, in Postmark's words. */
export type StreamType = "Transactional" | "Broadcasts" | "Inbound";

/** A message stream of the local server. */
export interface StreamEntry {
  readonly id: string;
  readonly name: string;
  readonly description: string;
  readonly type: StreamType;
  readonly unsubscribes: "postmark" | "custom";
  readonly createdAt: Date;
  readonly updatedAt: Date | undefined;
  readonly archivedAt: Date | undefined;
}

/** What may be said of a stream, or changed. */
export type StreamChange = Partial<Pick<StreamEntry, "name" | "description" | "unsubscribes">>;

/** The streams of the options, and those that the API makes and archives. */
export interface StreamRegistry extends Streams {
  /** In the order they were made, archived ones too. */
  list(): readonly StreamEntry[];
  /** The stream with this id, archived or not. */
  get(id: string): StreamEntry | undefined;
  add(id: string, type: StreamType, said: StreamChange): StreamEntry;
  update(id: string, change: StreamChange): StreamEntry | undefined;
  setArchived(id: string, isArchived: boolean): StreamEntry | undefined;
}

/** The streams of a new Postmark server. */
const defaults = [
  { id: defaultStream, name: "Default Transactional Stream", type: "Transactional" },
  { id: "inbound", name: "Default Inbound Stream", type: "Inbound" },
  { id: "broadcast", name: "Default Broadcast Stream", type: "Broadcasts" },
] as const;

/** Creates the registry. @param given the streams of the options; without any, every id is a stream */
export function createStreamRegistry(given: Streams, clock: Clock): StreamRegistry {
  const entries = new Map<string, StreamEntry>();
  const now = () => new Date(clock.now());

  function add(id: string, type: StreamType, said: StreamChange): StreamEntry {
    const entry: StreamEntry = {
      ...{ id, type, name: said.name ?? id, description: said.description ?? "" },
      unsubscribes: said.unsubscribes ?? "postmark",
      ...{ createdAt: now(), updatedAt: undefined, archivedAt: undefined },
    };
    entries.set(id, entry);
    return entry;
  }

  function change(id: string, changed: Partial<StreamEntry>): StreamEntry | undefined {
    const entry = entries.get(id);
    if (!entry) return undefined;
    const updated = { ...entry, ...changed, updatedAt: now() };
    entries.set(id, updated);
    return updated;
  }

  for (const id of given.ids) {
    const stream = given.find(id);
    if (stream) add(id, toType(stream), { unsubscribes: stream.unsubscribes });
  }
  if (given.ids.length === 0) for (const { id, name, type } of defaults) add(id, type, { name });
  const isOpen = given.ids.length === 0;

  return {
    get ids() {
      return isOpen ? [] : [...entries.values()].filter(isUsable).map(({ id }) => id);
    },
    find(id) {
      const entry = entries.get(id);
      if (!entry) return given.find(id);
      return entry.archivedAt === undefined ? toStream(entry) : undefined;
    },
    list: () => [...entries.values()],
    get: (id) => entries.get(id),
    add,
    update: change,
    setArchived: (id, isArchived) => change(id, { archivedAt: isArchived ? now() : undefined }),
  };
}

function isUsable({ archivedAt }: StreamEntry): boolean {
  return archivedAt === undefined;
}

function toType({ id, type }: Required<InboxStream>): StreamType {
  if (id === "inbound") return "Inbound";
  return type === "broadcast" ? "Broadcasts" : "Transactional";
}

function toStream({ id, type, unsubscribes }: StreamEntry): Required<InboxStream> {
  return { id, type: type === "Broadcasts" ? "broadcast" : "transactional", unsubscribes };
}
