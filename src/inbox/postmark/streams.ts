import type { InboxStream } from "../inbox-options.ts";

/** Postmark's default transactional stream, taken silently when a message names none. */
export const defaultStream = "outbound";

/** The streams of a Postmark server. */
export interface Streams {
  /** The stream with this id, or `undefined` when streams were configured and it is not among them. */
  find(id: string): Required<InboxStream> | undefined;
  /** Ids that were configured; empty when any will do. */
  readonly ids: readonly string[];
}

/** Resolves the streams of the options; without any, every id is a stream. */
export function resolveStreams(given: readonly (string | InboxStream)[] | undefined): Streams {
  const known = given?.map(toStream);
  return {
    ids: known?.map(({ id }) => id) ?? [],
    find: (id) => (known ? known.find((stream) => stream.id === id) : toStream(id)),
  };
}

/** `broadcast` is the default broadcast stream of new servers, `broadcasts` that of older ones. */
const broadcastIds: readonly string[] = ["broadcast", "broadcasts"];

function toStream(given: string | InboxStream): Required<InboxStream> {
  const stream: InboxStream = typeof given === "string" ? { id: given } : given;
  const { id, type, unsubscribes = "postmark" } = stream;
  return {
    id,
    type: type ?? (broadcastIds.includes(id) ? "broadcast" : "transactional"),
    unsubscribes,
  };
}
