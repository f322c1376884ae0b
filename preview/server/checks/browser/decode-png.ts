import { inflateSync } from "node:zlib";

/** A picture as colours: one number of 24 bits for each pixel, row by row. */
export interface Picture {
  readonly width: number;
  readonly height: number;
  readonly colours: Uint32Array;
}

/**
 * Reads a PNG as a browser writes its screenshots: eight bits a channel, not interlaced. What is
 * see-through becomes opaque.
 *
 * @see https://www.w3.org/TR/png-3/#9Filters
 */
export function decodePng(png: Buffer): Picture {
  const width = png.readUInt32BE(16);
  const height = png.readUInt32BE(20);
  const channels = { 2: 3, 6: 4 }[png[25] ?? 0];
  if (png[24] !== 8 || !channels || png[28] !== 0) {
    throw new Error("Cannot read the screenshot: it is not a plain PNG of eight bits a channel");
  }
  const rows = unfilter(inflateSync(joinData(png)), width * channels, height, channels);
  const colours = new Uint32Array(width * height);
  for (let pixel = 0; pixel < colours.length; pixel += 1) {
    colours[pixel] = rows.readUIntBE(pixel * channels, 3);
  }
  return { width, height, colours };
}

function joinData(png: Buffer): Buffer {
  const parts: Buffer[] = [];
  for (let at = 8; at < png.length; ) {
    const length = png.readUInt32BE(at);
    if (png.toString("latin1", at + 4, at + 8) === "IDAT") {
      parts.push(png.subarray(at + 8, at + 8 + length));
    }
    at += length + 12;
  }
  return Buffer.concat(parts);
}

function unfilter(data: Buffer, stride: number, height: number, channels: number): Buffer {
  const rows = Buffer.alloc(stride * height);
  for (let y = 0; y < height; y += 1) {
    const filter = data[y * (stride + 1)];
    for (let x = 0; x < stride; x += 1) {
      const at = y * stride + x;
      const left = x < channels ? 0 : (rows[at - channels] ?? 0);
      const up = y === 0 ? 0 : (rows[at - stride] ?? 0);
      const corner = x < channels || y === 0 ? 0 : (rows[at - stride - channels] ?? 0);
      const raw = data[y * (stride + 1) + 1 + x] ?? 0;
      rows[at] = raw + predict(filter, left, up, corner);
    }
  }
  return rows;
}

function predict(filter: number | undefined, left: number, up: number, corner: number): number {
  if (filter === 1) return left;
  if (filter === 2) return up;
  if (filter === 3) return (left + up) >> 1;
  if (filter !== 4) return 0;
  const estimate = left + up - corner;
  const [toLeft, toUp, toCorner] = [left, up, corner].map((one) => Math.abs(estimate - one));
  if (Number(toLeft) <= Number(toUp) && Number(toLeft) <= Number(toCorner)) return left;
  return Number(toUp) <= Number(toCorner) ? up : corner;
}
