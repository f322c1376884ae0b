import { fieldOf, isPayload, type Payload } from "./payload.ts";

/** Metadata of a payload. Values that are no text are left out. */
export function readMetadata(payload: Payload): Readonly<Record<string, string>> {
  const given = fieldOf(payload, "Metadata");
  if (!isPayload(given)) return {};
  return Object.fromEntries(
    Object.entries(given).filter(
      (entry): entry is [string, string] => typeof entry[1] === "string",
    ),
  );
}

/**
 * A value of an event's metadata. The case of the key does not count: over SMTP a key travels as
 * the name of a header, and mail programs write those as they please.
 *
 * @example
 * const orderId = metadataValue(event, "order-id");
 */
export function metadataValue(
  { metadata }: { readonly metadata: Readonly<Record<string, string>> },
  key: string,
): string | undefined {
  if (Object.hasOwn(metadata, key)) return metadata[key];
  const lower = key.toLowerCase();
  return Object.entries(metadata).find(([name]) => name.toLowerCase() === lower)?.[1];
}
