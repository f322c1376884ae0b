import { createSocket } from "node:dgram";
import { once } from "node:events";
import { onTestFinished } from "vitest";
import type { Zone } from "./fake-dns.ts";

const types: Readonly<Record<number, string>> = {
  1: "A",
  5: "CNAME",
  15: "MX",
  16: "TXT",
  28: "AAAA",
};

/** A DNS server over UDP (RFC 1035 §4) that knows these records; `undefined` never answers. @returns `127.0.0.1:port` */
export async function dnsServer(zone: Zone | undefined): Promise<string> {
  const socket = createSocket("udp4");
  socket.on("message", (query, { port, address }) => {
    if (zone) socket.send(answer(query, zone), port, address);
  });
  socket.bind(0, "127.0.0.1");
  await once(socket, "listening");
  onTestFinished(() => void socket.close());
  return `127.0.0.1:${socket.address().port}`;
}

function answer(query: Buffer, zone: Zone): Buffer {
  const labels: string[] = [];
  let at = 12;
  for (let length = query[at] ?? 0; length > 0; length = query[at] ?? 0) {
    labels.push(query.toString("latin1", at + 1, at + 1 + length));
    at += length + 1;
  }
  const type = query.readUInt16BE(at + 1);
  const question = query.subarray(12, at + 5);
  const found = zone[`${types[type]} ${labels.join(".").toLowerCase()}`] ?? [];
  const records = (typeof found === "string" ? [] : found).map((value) => {
    const data = toData(type, value);
    const head = Buffer.from([
      0xc0,
      0x0c,
      0,
      type,
      0,
      1,
      0,
      0,
      0,
      60,
      data.length >> 8,
      data.length & 0xff,
    ]);
    return Buffer.concat([head, data]);
  });
  const header = Buffer.from([
    0,
    0,
    0x81,
    records.length > 0 ? 0x80 : 0x83,
    0,
    1,
    0,
    records.length,
    0,
    0,
    0,
    0,
  ]);
  query.copy(header, 0, 0, 2);
  return Buffer.concat([header, question, ...records]);
}

function toData(type: number, value: string): Buffer {
  if (type === 1) return Buffer.from(value.split(".").map(Number));
  if (type === 5) return toName(value);
  if (type === 15) return Buffer.concat([Buffer.from([0, 10]), toName(value)]);
  const pieces = value.match(/.{1,200}/gs) ?? [""];
  return Buffer.concat(
    pieces.map((piece) => Buffer.from(`${String.fromCharCode(piece.length)}${piece}`, "latin1")),
  );
}

function toName(name: string): Buffer {
  const labels = name.split(".").filter((label) => label !== "");
  return Buffer.from(
    `${labels.map((label) => String.fromCharCode(label.length) + label).join("")}\0`,
    "latin1",
  );
}
