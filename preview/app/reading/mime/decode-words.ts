const encodedWord = /=\?([\w-]+)(?:\*[\w-]+)?\?([bq])\?([^?]*)\?=(\s+(?==\?[\w-]+\?[bq]\?))?/gi;

/** A header's value with its encoded words decoded, for the eye. @see RFC 2047 */
export function decodeWords(value: string): string {
  let waiting: number[] = [];
  let lastCharset = "utf-8";
  const flush = () => {
    const text = waiting.length > 0 ? decodeBytes(waiting, lastCharset) : "";
    waiting = [];
    return text;
  };
  const decoded = value.replace(
    encodedWord,
    (whole: string, charset: string, encoding: string, text: string, joined?: string) => {
      try {
        lastCharset = charset;
        waiting.push(...(encoding.toLowerCase() === "b" ? fromBase64(text) : fromQ(text)));
        // A character may be split over two words; the space between them counts for nothing.
        return joined === undefined ? flush() : "";
      } catch {
        return whole;
      }
    },
  );
  return decoded;
}

function decodeBytes(bytes: readonly number[], charset: string): string {
  return new TextDecoder(charset).decode(Uint8Array.from(bytes));
}

function fromBase64(text: string): number[] {
  return Array.from(atob(text), (sign) => sign.charCodeAt(0));
}

function fromQ(text: string): number[] {
  return Array.from(
    text
      .replaceAll("_", " ")
      .replace(/=([0-9a-f]{2})/gi, (_, code: string) =>
        String.fromCharCode(Number.parseInt(code, 16)),
      ),
    (sign) => sign.charCodeAt(0),
  );
}
