import { afterAll, describe, expect, test } from "vitest";
import { isDeliveryError } from "../../src/errors.ts";
import { openFaultServer, openTransport } from "./cleanup.ts";
import { createFakeClock } from "./fake-clock.ts";
import type { Act, Moment } from "./fault-server.ts";
import { makeMessage } from "./messages.ts";
import { createSeededRandom } from "./seeded-random.ts";
import { inVirtualTime } from "./virtual-time.ts";

/** Of a hundred chances to fail, so many are taken. */
const faultedPercent = 30;

const later = { reply: "450 4.7.1 later" };
const never = { reply: "550 5.7.1 never" };
const goodbye = { reply: "421 4.3.2 goodbye" };

const faults: readonly (readonly [Moment, string, Act])[] = [
  ["connect", "close", "close"],
  ["connect", "reset", "reset"],
  ["connect", "421", goodbye],
  ["auth", "reset", "reset"],
  ["auth", "421", goodbye],
  ...(["mail", "rcpt", "data"] as const).flatMap((moment) => [
    [moment, "close", "close"] as const,
    [moment, "reset", "reset"] as const,
    [moment, "silence", "silence"] as const,
    [moment, "421", goodbye] as const,
    [moment, "450", later] as const,
    [moment, "550", never] as const,
    [moment, "550, then reset", { ...never, next: "reset" }] as const,
  ]),
  ["data", "250 in its place", { reply: "250 2.0.0 ok" }],
  ["data", "250 with it", { reply: "354 go ahead\r\n250 2.0.0 queued" }],
  ["mail", "flood", { reply: "250 2.0.0 ok\r\n".repeat(50).trimEnd() }],
  ["body", "close", "close"],
  ["body", "reset", "reset"],
  ["dot", "close, lost", "close"],
  ["dot", "reset, lost", "reset"],
  ["dot", "close, kept", { keepAnd: "close" }],
  ["dot", "reset, kept", { keepAnd: "reset" }],
  ["dot", "silence, kept", { keepAnd: "silence" }],
  ["dot", "slow reply", { delayMs: 20 }],
  ["dot", "421", goodbye],
  ["dot", "451", { reply: "451 4.3.0 later" }],
  ["dot", "552", { reply: "552 5.3.4 too big" }],
  ["dot", "552, then reset", { reply: "552 5.3.4 too big", next: "reset" }],
];

interface Row {
  readonly fault: string;
  readonly connections: string;
  readonly messages: number;
  readonly taken: number;
  readonly sent: number;
  readonly refused: number;
  readonly unknown: number;
  readonly unknownButTaken: number;
}

const rows: Row[] = [];

afterAll(() => {
  const header =
    "fault                 connections messages | taken | told: sent refused unknown (taken)";
  const lines = rows.map((row) =>
    [
      row.fault.padEnd(21),
      row.connections.padEnd(11),
      String(row.messages).padStart(8),
      "|",
      String(row.taken).padStart(5),
      "|",
      String(row.sent).padStart(10),
      String(row.refused).padStart(7),
      String(row.unknown).padStart(7),
      `(${row.unknownButTaken})`,
    ].join(" "),
  );
  process.stdout.write(`\n${[header, ...lines].join("\n")}\n`);
});

describe("what was told agrees with what the server has, none lost and none twice", () => {
  const cases = faults.flatMap(([moment, name, act]) =>
    (["pooled", "fresh"] as const).flatMap((connections) =>
      [1, 100].map((count) => ({ moment, name, act, connections, count })),
    ),
  );

  test.each(cases)("$name at $moment, $connections, $count", async (row) => {
    const { moment, name, act, connections, count } = row;
    const random = createSeededRandom(count);
    const server = await openFaultServer({
      act: (now) =>
        now.moment === moment && (count === 1 || random() * 100 < faultedPercent) ? act : undefined,
    });
    const ids = Array.from({ length: count }, (_, i) => `<${i}@shop.example>`);
    const tellAll = () => {
      const transport = openTransport({
        ...{ url: `smtp://user:password@127.0.0.1:${server.port}`, maxConnections: 10 },
        ...(connections === "fresh" && { maxMessagesPerConnection: 1 }),
        clock: createFakeClock().clock,
      });
      return Promise.all(
        ids.map((messageId) => tell(transport.deliver(makeMessage({ messageId })))),
      );
    };
    const told = name.startsWith("silence")
      ? (await inVirtualTime(tellAll)).result
      : await tellAll();

    const counts = new Map<string, number>();
    for (const id of server.ids()) counts.set(id, (counts.get(id) ?? 0) + 1);
    const copies = (id: string) => counts.get(id) ?? 0;
    const withOutcome = (outcome: string) => ids.filter((_, i) => told[i] === outcome);
    const [sent, refused, unknown] = ["sent", "not-sent", "unknown"].map(withOutcome);
    rows.push({
      ...{ fault: `${moment}: ${name}`, connections, messages: count },
      taken: server.record.taken.length,
      sent: sent?.length ?? 0,
      refused: refused?.length ?? 0,
      unknown: unknown?.length ?? 0,
      unknownButTaken: unknown?.filter((id) => copies(id) > 0).length ?? 0,
    });
    expect(sent?.filter((id) => copies(id) !== 1)).toEqual([]);
    expect(refused?.filter((id) => copies(id) !== 0)).toEqual([]);
    expect(unknown?.filter((id) => copies(id) > 1)).toEqual([]);
    expect((sent?.length ?? 0) + (refused?.length ?? 0) + (unknown?.length ?? 0)).toBe(count);
  });
});

async function tell(delivery: Promise<unknown>): Promise<string> {
  try {
    await delivery;
    return "sent";
  } catch (error) {
    if (isDeliveryError(error)) return error.outcome;
    throw error;
  }
}
