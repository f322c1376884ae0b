import { longestReview, parseReview, printReview, type Review } from "./review.ts";

/** What stands before a review in an address. Behind `#`, so that no server ever sees it. */
const prefix = "#review=";

/** Mail programs and messengers cut longer addresses, characters. */
export const longestLink = 8_000;

/** The part of an address that holds a review: compressed (RFC 1951), base64url. */
export async function writeReviewHash(review: Review): Promise<string> {
  const bytes = new TextEncoder().encode(JSON.stringify(JSON.parse(printReview(review))));
  return prefix + toBase64Url(await pipe(bytes, new CompressionStream("deflate-raw")));
}

/**
 * Reads the review in an address.
 *
 * @returns `undefined` when there is none
 * @throws {Error} when it was cut off, or is no review
 */
export async function readReviewHash(hash: string): Promise<Review | undefined> {
  if (!hash.startsWith(prefix)) return undefined;
  let text: string;
  try {
    const packed = fromBase64Url(hash.slice(prefix.length));
    const bytes = await pipe(packed, new DecompressionStream("deflate-raw"), longestReview * 4);
    text = new TextDecoder().decode(bytes);
  } catch {
    throw new Error("The address was cut off.");
  }
  return parseReview(text);
}

/** @param most octets; more throw, whatever a few packed ones may become */
async function pipe(
  bytes: Uint8Array<ArrayBuffer>,
  through: CompressionStream | DecompressionStream,
  most = Number.POSITIVE_INFINITY,
): Promise<Uint8Array> {
  const reader = new Blob([bytes]).stream().pipeThrough(through).getReader();
  const chunks: Uint8Array<ArrayBuffer>[] = [];
  let length = 0;
  for (;;) {
    const { done, value } = await reader.read();
    if (done) break;
    length += value.length;
    if (length > most) throw new Error("too long");
    chunks.push(value);
  }
  return new Uint8Array(await new Blob(chunks).arrayBuffer());
}

function toBase64Url(bytes: Uint8Array): string {
  let text = "";
  for (const byte of bytes) text += String.fromCharCode(byte);
  return btoa(text).replaceAll("+", "-").replaceAll("/", "_").replace(/=+$/, "");
}

function fromBase64Url(text: string): Uint8Array<ArrayBuffer> {
  const plain = atob(text.replaceAll("-", "+").replaceAll("_", "/"));
  return Uint8Array.from(plain, (character) => character.charCodeAt(0));
}
