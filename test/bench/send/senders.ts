import nodemailer from "nodemailer";
import type { Message } from "../../../src/message/message.ts";
import { toHeaders } from "../../../src/message/to-headers.ts";
import { type ComposedMessage, compose } from "../../../src/transport/compose.ts";
import { ByteWriter } from "../../../src/transport/mime/byte-writer.ts";
import { resolveLimits } from "../../../src/transport/resolve-limits.ts";
import { resolveServer } from "../../../src/transport/resolve-server.ts";
import { createSmtpTransport } from "../../../src/transport/smtp-transport.ts";
import { makeOrder, type OrderSize } from "./order.ts";

/** One way to send; `prepare` is not measured. */
export interface Rival {
  readonly name: string;
  readonly prepare: (count: number) => void;
  readonly send: (n: number) => Promise<unknown>;
  readonly close: () => Promise<void> | void;
}

/** A message as nodemailer takes it. */
export function toNodemailer(message: Message) {
  return {
    from: { name: message.from.name ?? "", address: message.from.address },
    to: message.to.map(({ name, address }) => ({ name: name ?? "", address })),
    replyTo: message.replyTo.map(({ address }) => address),
    subject: message.subject,
    messageId: message.messageId,
    date: message.date,
    html: message.html,
    text: message.text,
    headers: toHeaders(message).map(({ name, value }) => ({ key: name, value })),
  };
}

/** nodemailer's pool and ours, each composing what it sends and each with bytes made before. */
export function createRivals(
  port: number,
  maxConnections: number,
  size: OrderSize = "forty lines",
): readonly Rival[] {
  return [
    nodemailerPool(port, maxConnections, size, false),
    nodemailerPool(port, maxConnections, size, true),
    ours(port, maxConnections, size, false),
    ours(port, maxConnections, size, true),
  ];
}

function nodemailerPool(
  port: number,
  maxConnections: number,
  size: OrderSize,
  isPrebuilt: boolean,
): Rival {
  const pool = nodemailer.createTransport({
    ...{
      pool: true,
      host: "127.0.0.1",
      port,
      maxConnections,
      maxMessages: Number.MAX_SAFE_INTEGER,
    },
    ignoreTLS: true,
  });
  let prebuilt: ComposedMessage[] = [];
  return {
    name: isPrebuilt ? "nodemailer's pool, prebuilt (raw)" : "nodemailer's pool, composed",
    prepare: (count) => {
      if (isPrebuilt)
        prebuilt = Array.from({ length: count }, (_, n) => compose(makeOrder(n, size)));
    },
    send: (n) => {
      const made = prebuilt[n];
      if (!made) return pool.sendMail(toNodemailer(makeOrder(n, size)));
      return pool.sendMail({ raw: made.bytes, envelope: { from: made.from, to: [...made.to] } });
    },
    close: () => pool.close(),
  };
}

function ours(port: number, maxConnections: number, size: OrderSize, isPrebuilt: boolean): Rival {
  const options = { url: `smtp://127.0.0.1:${port}`, maxConnections };
  const prebuilt = new Map<string, ComposedMessage>();
  const writer = new ByteWriter();
  const transport = createSmtpTransport(
    resolveServer(options),
    resolveLimits({ ...options, maxMessagesPerConnection: Number.MAX_SAFE_INTEGER }),
    (message) => prebuilt.get(message.messageId) ?? compose(message, [], writer),
  );
  return {
    name: isPrebuilt ? "ours, prebuilt" : "ours, composed",
    prepare: (count) => {
      for (let n = 0; isPrebuilt && n < count; n += 1) {
        const message = makeOrder(n, size);
        prebuilt.set(message.messageId, compose(message));
      }
    },
    send: (n) => transport.deliver(makeOrder(n, size)),
    close: () => transport.close(),
  };
}
