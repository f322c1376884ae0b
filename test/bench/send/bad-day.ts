import nodemailer from "nodemailer";
import { isDeliveryError } from "../../../src/errors.ts";
import { createPostmarkTransport } from "../../../src/transport/postmark-transport.ts";
import { type Act, type Circumstances, startFaultServer } from "../../transport/fault-server.ts";
import { createSeededRandom } from "../../transport/seeded-random.ts";
import { sendAll } from "./measure.ts";
import { makeOrder } from "./order.ts";
import { printTable } from "./print-table.ts";
import { toNodemailer } from "./senders.ts";

const count = 1000;
const faultedPercent = 30;

/** The faults of a bad day; what strikes a transaction is drawn when it begins. */
const faults: readonly (readonly [Circumstances["moment"], Act])[] = [
  ["mail", "close"],
  ["mail", { reply: "421 4.3.2 busy" }],
  ["mail", { reply: "450 4.7.1 later" }],
  ["rcpt", { reply: "451 4.3.0 later" }],
  ["data", "reset"],
  ["body", "reset"],
  ["dot", "close"],
  ["dot", { reply: "451 4.3.0 later" }],
  ["dot", { keepAnd: "close" }],
  ["dot", { keepAnd: "reset" }],
];

/** The same server with the same luck for each sender: thirty in a hundred transactions go wrong. */
function startBadServer() {
  const random = createSeededRandom(7);
  const plans = new Map<number, (typeof faults)[number] | undefined>();
  return startFaultServer({
    act: ({ moment, connection, message, total }) => {
      const key = connection * 1_000_000 + message;
      if (moment === "mail" && total > 0) {
        const isHit = random() * 100 < faultedPercent;
        plans.set(key, isHit ? faults[Math.floor(random() * faults.length)] : undefined);
      }
      const plan = plans.get(key);
      return plan && plan[0] === moment ? plan[1] : undefined;
    },
  });
}

type Told = "sent" | "failed" | "unknown";

interface Sender {
  readonly name: string;
  readonly open: (port: number) => {
    readonly send: (n: number) => Promise<Told>;
    readonly close: () => Promise<void> | void;
  };
}

const senders: readonly Sender[] = [
  { name: "nodemailer's pool alone", open: (port) => openNodemailer(port, 0) },
  { name: "nodemailer's pool, retry on any error", open: (port) => openNodemailer(port, 10) },
  { name: "ours", open: openOurs },
];

function openNodemailer(port: number, retries: number) {
  const pool = nodemailer.createTransport({
    ...{ pool: true, host: "127.0.0.1", port, maxConnections: 5, ignoreTLS: true },
  });
  const send = async (n: number): Promise<Told> => {
    for (let attempt = 0; attempt <= retries; attempt += 1) {
      try {
        await pool.sendMail(toNodemailer(makeOrder(n)));
        return "sent";
      } catch {
        // Whatever it was.
      }
    }
    return "failed";
  };
  return { send, close: () => pool.close() };
}

function openOurs(port: number) {
  const transport = createPostmarkTransport({
    ...{ url: `smtp://127.0.0.1:${port}`, maxConnections: 5, retries: 10 },
    random: () => 0,
  });
  const send = async (n: number): Promise<Told> => {
    try {
      await transport.deliver(makeOrder(n));
      return "sent";
    } catch (error) {
      return isDeliveryError(error) && error.outcome === "unknown" ? "unknown" : "failed";
    }
  };
  return { send, close: () => transport.close() };
}

/** What became of a thousand messages, and what each sender said of it. */
export async function measureBadDay(): Promise<void> {
  const rows: string[][] = [];
  for (const { name, open } of senders) {
    const server = await startBadServer();
    const sender = open(server.port);
    const told: Told[] = [];
    await sendAll(count, async (n) => {
      told[n] = await sender.send(n);
    });
    await sender.close();
    const copies = new Map<string, number>();
    for (const id of server.ids()) copies.set(id, (copies.get(id) ?? 0) + 1);
    await server.close();
    const copiesOf = (n: number) => copies.get(makeOrder(n).messageId) ?? 0;
    const tally = (holds: (told: Told, copies: number) => boolean) =>
      String(told.filter((what, n) => holds(what, copiesOf(n))).length);
    const extra = [...copies.values()].reduce((sum, n) => sum + n - 1, 0);
    rows.push([
      name,
      tally((what, n) => n === 0 && what !== "unknown"),
      String(extra),
      tally((what) => what === "unknown"),
      tally((what, n) => what === "sent" && n !== 1),
      tally((what, n) => what === "failed" && n > 0),
    ]);
  }
  printTable(
    `${count} messages, ${faultedPercent} in a hundred transactions faulted, the same for each`,
    [
      "sender",
      "never delivered",
      "extra copies",
      "unknown",
      "said sent, is not once",
      "said failed, is there",
    ],
    rows,
  );
}
