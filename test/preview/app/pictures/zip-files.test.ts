import { crc32 } from "node:zlib";
import { expect, test } from "vitest";
import { zipFiles } from "../../../../preview/app/pictures/zip-files.ts";

/** Reads an archive as programs do: from its end, by its directory, each sum compared. */
function readArchive(zip: Buffer) {
  const end = zip.lastIndexOf("PK\u0005\u0006", undefined, "latin1");
  let at = zip.readUInt32LE(end + 16);
  const files = Array.from({ length: zip.readUInt16LE(end + 10) }, () => {
    expect(zip.readUInt32LE(at)).toBe(0x02014b50);
    const [sum, size] = [zip.readUInt32LE(at + 16), zip.readUInt32LE(at + 24)];
    const name = zip.toString("utf8", at + 46, at + 46 + zip.readUInt16LE(at + 28));
    const header = zip.readUInt32LE(at + 42);
    expect(zip.readUInt32LE(header)).toBe(0x04034b50);
    const start = header + 30 + zip.readUInt16LE(header + 26) + zip.readUInt16LE(header + 28);
    const bytes = zip.subarray(start, start + size);
    expect([crc32(bytes), zip.readUInt32LE(header + 14)]).toEqual([sum, sum]);
    at += 46 + zip.readUInt16LE(at + 28);
    return { name, bytes: new Uint8Array(bytes) };
  });
  expect([at - zip.readUInt32LE(end + 16), at]).toEqual([zip.readUInt32LE(end + 12), end]);
  return files;
}

test("an archive holds its files to the octet", async () => {
  const bytes = Uint8Array.from({ length: 70_000 }, (_, at) => (at * 7) & 255);
  const files = [
    { name: "größe.png", bytes },
    { name: "empty.png", bytes: new Uint8Array() },
  ];
  expect(readArchive(Buffer.from(await zipFiles(files).arrayBuffer()))).toEqual(files);
});
