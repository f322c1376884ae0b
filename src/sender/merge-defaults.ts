import { maxMetadataFields, maxMetadataValueLength } from "../message/limits.ts";
import type { HeadersInput, MessageDefaults, MetadataInput, Tracking } from "../message/message.ts";

/**
 * What may be said of a message on three levels, nearest first: the call, the email, the sender.
 * The nearest wins. Headers, metadata and tracking are merged key by key, where `undefined` on a
 * nearer level takes a key away again.
 */
export function mergeDefaults(levels: readonly MessageDefaults[]): MessageDefaults {
  return {
    from: nearest(levels, "from"),
    replyTo: nearest(levels, "replyTo"),
    stream: nearest(levels, "stream"),
    tag: nearest(levels, "tag"),
    keepMessageId: nearest(levels, "keepMessageId"),
    priority: nearest(levels, "priority"),
    unsubscribe: nearest(levels, "unsubscribe"),
    headers: mergeKeys(levels.map(({ headers }) => headers)),
    metadata: mergeKeys(levels.map(({ metadata }) => metadata)),
    tracking: mergeTracking(levels),
  };
}

function nearest<Level extends object, Key extends keyof Level>(
  levels: readonly Level[],
  key: Key,
): Level[Key] | undefined {
  for (const level of levels) if (level[key] !== undefined) return level[key];
  return undefined;
}

function mergeTracking(levels: readonly MessageDefaults[]): Tracking {
  const given = levels.flatMap(({ tracking }) => tracking ?? []);
  return { opens: nearest(given, "opens"), links: nearest(given, "links") };
}

/**
 * Merges by names that differ in more than case, as those of headers do; the nearest spelling is
 * kept. Two spellings on one level are left for the check to report.
 */
function mergeKeys(
  levels: readonly (HeadersInput | MetadataInput | undefined)[],
): Record<string, string | undefined> {
  const merged: [string, string | undefined][] = [];
  for (const level of levels) {
    if (level === undefined) continue;
    const taken = new Set(merged.map(([key]) => key.toLowerCase()));
    const added = Object.entries(level).filter(([key]) => !taken.has(key.toLowerCase()));
    merged.push(...added);
  }
  return Object.fromEntries(merged.filter(([, value]) => value !== undefined));
}

/** Adds our own id to the metadata, where there is room and the caller has not used the key. */
export function addCorrelation(
  metadata: MetadataInput | undefined,
  key: string | false,
  id: string,
): MetadataInput | undefined {
  const keys = Object.keys(metadata ?? {});
  const hasKey = keys.some((other) => key !== false && other.toLowerCase() === key.toLowerCase());
  if (key === false || hasKey || keys.length >= maxMetadataFields) return metadata;
  return { ...metadata, [key]: id };
}

/**
 * The id to look a message up by: what stands before the `@` of its Message-ID, so that either leads
 * to the other. The id of the send stands in for one that metadata cannot hold.
 */
export function correlationIdOf(messageId: string | undefined, sendId: string): string {
  const localPart = /^<?([!-~]+)@/.exec(messageId ?? "")?.[1];
  return localPart && localPart.length <= maxMetadataValueLength ? localPart : sendId;
}
