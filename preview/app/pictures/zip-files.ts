/** A file of an archive. */
export interface ZippedFile {
  readonly name: string;
  readonly bytes: Uint8Array;
}

/**
 * A ZIP archive of files as they are: pictures do not get smaller.
 *
 * @see https://pkware.cachefly.net/webdocs/casestudies/APPNOTE.TXT 4.3.7 and 4.3.12
 */
export function zipFiles(files: readonly ZippedFile[]): Blob {
  const parts: Uint8Array[] = [];
  const directory: Uint8Array[] = [];
  let offset = 0;
  for (const { name, bytes } of files) {
    const title = new TextEncoder().encode(name);
    const facts = [version, utf8Names, 0, 0, noDate, u32(crc32(bytes)), u32(bytes.length)];
    const about = [...facts, u32(bytes.length), title.length, 0];
    const header = join([u32(0x04034b50), ...about, title]);
    parts.push(header, bytes);
    directory.push(join([u32(0x02014b50), version, ...about, 0, 0, 0, u32(0), u32(offset), title]));
    offset += header.length + bytes.length;
  }
  const size = directory.reduce((sum, entry) => sum + entry.length, 0);
  const count = files.length;
  const end = join([u32(0x06054b50), 0, 0, count, count, u32(size), u32(offset), 0]);
  return new Blob([...parts, ...directory, end] as BlobPart[], { type: "application/zip" });
}

/** 2.0, the first that knows folders. */
const version = 20;
/** Bit 11: names are UTF-8. */
const utf8Names = 0x0800;
/** 1 January 1980. */
const noDate = 0x0021;

/** A number of two octets, or octets as they are. */
function join(fields: readonly (number | Uint8Array)[]): Uint8Array {
  const parts = fields.map((field) =>
    typeof field === "number" ? new Uint8Array([field & 255, field >> 8]) : field,
  );
  const joined = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0));
  let at = 0;
  for (const part of parts) {
    joined.set(part, at);
    at += part.length;
  }
  return joined;
}

function u32(value: number): Uint8Array {
  const bytes = new Uint8Array(4);
  new DataView(bytes.buffer).setUint32(0, value, true);
  return bytes;
}

const table = Uint32Array.from({ length: 256 }, (_, index) => {
  let value = index;
  for (let bit = 0; bit < 8; bit += 1) value = value & 1 ? 0xedb88320 ^ (value >>> 1) : value >>> 1;
  return value;
});

function crc32(bytes: Uint8Array): number {
  let value = 0xffffffff;
  for (const byte of bytes) value = (table[(value ^ byte) & 255] ?? 0) ^ (value >>> 8);
  return (value ^ 0xffffffff) >>> 0;
}
