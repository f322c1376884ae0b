import { createPostmarkTransport, createSender } from "letterpress";
import { createInbox, type Inbox } from "letterpress/inbox";
import { afterAll, beforeAll, describe, expect, onTestFinished, test } from "vitest";
import { createFakeClock } from "../transport/fake-clock.ts";
import { inVirtualTime } from "../transport/virtual-time.ts";
import { isMarked, type LocalFault, localFaults, toRule } from "./local-faults.ts";
import { type MatrixRow, printMatrix } from "./print-matrix.ts";
import { type Tally, type Told, tally } from "./tally.ts";
import { idOf, tellAll } from "./tell.ts";

const kinds = [
  { connections: "pooled", count: 1 },
  { connections: "pooled", count: 200 },
  { connections: "fresh", count: 1 },
  { connections: "fresh", count: 200 },
] as const;

/** Handshakes are most of what a fresh connection costs: the clear one is for those. */
let inboxes: { readonly secure: Inbox; readonly clear: Inbox };
const rows: MatrixRow[] = [];
const warnings: Error[] = [];
const remember = (warning: Error) => warnings.push(warning);

beforeAll(async () => {
  process.on("warning", remember);
  const [secure, clear] = await Promise.all([
    createInbox({ port: 0 }),
    createInbox({ port: 0, startTls: false }),
  ]);
  inboxes = { secure, clear };
});

afterAll(async () => {
  process.off("warning", remember);
  await Promise.all([inboxes.secure.close(), inboxes.clear.close()]);
  const columns = kinds.map(({ connections, count }) => `${connections}, ${count}`);
  printMatrix("the sender meets the local Postmark", columns, rows);
});

/** Sends through the whole sender, with a login, while the fault is there. */
async function meet(fault: LocalFault, { connections, count }: (typeof kinds)[number]) {
  const isSecure = connections === "pooled" || fault.stage === "tls";
  const inbox = isSecure ? inboxes.secure : inboxes.clear;
  inbox.clear();
  const { rule, struck } = toRule(fault);
  const remove = inbox.addFault(rule);
  onTestFinished(remove);
  const { clock } = createFakeClock();
  const text = "x".repeat(fault.bodyBytes ?? 100).replace(/.{76}/g, "$&\n");
  const send = async () => {
    const sender = createSender({
      transport: createPostmarkTransport({
        ...{ serverToken: "8d0a2f6e-1b2c-4d3e-9f40-5a6b7c8d9e0f" },
        ...{ host: "127.0.0.1", port: inbox.port, maxConnections: 5, clock },
        ...(connections === "fresh" && { maxMessagesPerConnection: 1 }),
      }),
    });
    const answers = await tellAll({
      ...{ sender, count },
      input: (n) => ({
        ...{ from: `shop-${n}@example.com`, to: "ada@example.com", subject: "Order", text },
      }),
    });
    await sender.close();
    return answers;
  };
  const told = fault.isSilence ? (await inVirtualTime(send)).result : await send();
  remove();
  const taken = inbox.list().map(({ messageId }) => messageId ?? "");
  return { told, struck: struck(), tally: tally(told, taken) };
}

describe("what was told is true of what the local Postmark has", () => {
  test.each(localFaults)("$stage: $name", async (fault) => {
    const cells: Tally[] = [];
    for (const kind of kinds) {
      const { told, struck, tally } = await meet(fault, kind);
      cells.push(tally);
      expect(struck, "the fault was met").toBeGreaterThan(0);
      expect(tally).toMatchObject({ messages: kind.count, lost: [], doubled: [], denied: [] });
      if (fault.expected !== "any") expect(unexpected(fault, told)).toEqual([]);
    }
    rows.push({ fault: `${fault.stage}: ${fault.name}`, cells });
  });
});

test("no fault leaves a process warning behind", () => {
  expect(warnings).toEqual([]);
});

/** Messages that were told something else than the fault's own answer, or `sent` where it is for others. */
function unexpected(fault: LocalFault, told: ReadonlyMap<string, Told>) {
  return [...told.keys()].flatMap((id, n) => {
    const expected = isMarked(fault, n) ? fault.expected : "sent";
    return told.get(id) === expected ? [] : [{ id: idOf(n), expected, told: told.get(id) }];
  });
}
