import { once } from "node:events";
import { type AddressInfo, createServer, type Socket } from "node:net";
import { TLSSocket } from "node:tls";

/** Where in the dialogue a fault can strike. `body`: in the midst of DATA. `dot`: the message has come whole. */
export type Moment =
  | "connect"
  | "ehlo"
  | "starttls"
  | "handshake"
  | "auth"
  | "mail"
  | "rcpt"
  | "data"
  | "body"
  | "dot"
  | "rset"
  | "quit";

/** What is known at such a moment. Everything counts from 1. */
export interface Circumstances {
  readonly moment: Moment;
  readonly connection: number;
  /** Messages begun on this connection, this one included. */
  readonly message: number;
  /** Messages begun on all connections. */
  readonly total: number;
  readonly recipient: string | undefined;
}

/**
 * What the server does in place of the usual: end the connection (FIN or RST), fall silent, reply
 * something else (a 421 ends the connection) and then perhaps do one of these, wait before the usual reply, or, at `dot`, keep the
 * message and then do any of it.
 */
export type Act =
  | "close"
  | "reset"
  | "silence"
  | { readonly reply: string; readonly next?: "close" | "reset" | "silence" }
  | { readonly delayMs: number }
  | { readonly keepAnd: "close" | "reset" | "silence" };

/** Options of a server that misbehaves. */
export interface FaultServerOptions {
  readonly act?: (circumstances: Circumstances) => Act | undefined;
  /** Key and certificate for STARTTLS; none is offered without. */
  readonly tls?: { readonly key: string; readonly cert: string } | undefined;
  /** Lines of EHLO. @default PIPELINING, SIZE, AUTH, 8BITMIME */
  readonly extensions?: readonly string[];
  /** Time before each write to the client: half a round trip's worth of distance. */
  readonly latencyMs?: number;
}

/** A hand-made SMTP server, the only kind that can keep a message and lose the answer. */
export async function startFaultServer(options: FaultServerOptions = {}) {
  const record = {
    /** Messages it answered for or kept, dots unstuffed, in order. */
    taken: [] as string[],
    /** Every command line. */
    commands: [] as string[],
    /** Bodies that came whole, kept or not. */
    bodies: [] as string[],
    /** How often the client wrote after the server had: the round trips it waited for. */
    turns: 0,
    connections: 0,
    total: 0,
  };
  const sockets = new Set<Socket>();
  const server = createServer((socket) => {
    sockets.add(socket);
    socket.on("close", () => sockets.delete(socket));
    record.connections += 1;
    serve(socket, options, record, record.connections);
  });
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  const { port } = server.address() as AddressInfo;
  return {
    ...{ port, url: `smtp://127.0.0.1:${port}`, record, sockets },
    /** Message-IDs of what was taken. */
    ids: () => record.taken.map((raw) => /^Message-ID: (.+)$/im.exec(raw)?.[1] ?? ""),
    async close() {
      for (const socket of sockets) socket.destroy();
      server.close();
      await once(server, "close");
    },
  };
}

interface Record {
  readonly taken: string[];
  readonly commands: string[];
  readonly bodies: string[];
  turns: number;
  total: number;
}

function serve(plain: Socket, options: FaultServerOptions, record: Record, connection: number) {
  let socket = plain;
  let pending = "";
  let inBody = false;
  let isDeaf = false;
  let message = 0;
  let hasSender = false;
  let accepted = 0;
  let hasWritten = false;

  const write = (text: string) => {
    const send = () => {
      hasWritten = true;
      if (socket.writable) socket.write(`${text}\r\n`);
    };
    if (options.latencyMs) setTimeout(send, options.latencyMs);
    else send();
  };
  const stop = (how: "close" | "reset" | "silence") => {
    isDeaf = true;
    if (how === "close") socket.end();
    if (how === "reset") plain.resetAndDestroy();
  };
  const decide = (moment: Moment, recipient?: string) =>
    options.act?.({ moment, connection, message, total: record.total, recipient });
  /** Does what was asked for. @returns whether the usual reply is, or will be, given */
  const perform = (asked: Act | undefined, usual: string | undefined): boolean => {
    const reply = () => usual !== undefined && write(usual);
    if (asked === undefined) {
      reply();
      return true;
    }
    if (typeof asked === "string") stop(asked);
    else if ("keepAnd" in asked) stop(asked.keepAnd);
    else if ("delayMs" in asked) {
      setTimeout(reply, asked.delayMs);
      return true;
    } else {
      const { next } = asked;
      if (next) {
        isDeaf = true;
        // Over TLS the words are on their way a little later.
        socket.write(`${asked.reply}\r\n`, () => stop(next));
        return false;
      }
      write(asked.reply);
      if (asked.reply.startsWith("421")) stop("close");
    }
    return false;
  };
  const act = (moment: Moment, usual: string | undefined, recipient?: string): boolean =>
    perform(decide(moment, recipient), usual);
  const onCommand = (line: string) => {
    record.commands.push(line);
    const verb = line.slice(0, 4).toUpperCase();
    if (verb === "EHLO") {
      const offers = options.extensions ?? [
        "PIPELINING",
        "SIZE 20480000",
        "AUTH PLAIN",
        "8BITMIME",
      ];
      const isTls = options.tls && socket === plain ? ["STARTTLS"] : [];
      const lines = ["fault.example", ...offers, ...isTls];
      act(
        "ehlo",
        lines.map((text, i) => `250${i < lines.length - 1 ? "-" : " "}${text}`).join("\r\n"),
      );
    } else if (verb === "STAR") {
      if (!options.tls) write("502 5.5.1 no TLS here");
      else if (act("starttls", "220 go ahead")) startTls();
    } else if (verb === "AUTH") {
      act("auth", "235 2.7.0 welcome");
    } else if (verb === "MAIL") {
      message += 1;
      record.total += 1;
      accepted = 0;
      hasSender = act("mail", "250 2.1.0 ok");
    } else if (verb === "RCPT") {
      if (!hasSender) {
        write("503 5.5.1 no sender");
        return;
      }
      const recipient = /<(.*)>/.exec(line)?.[1];
      if (act("rcpt", "250 2.1.5 ok", recipient)) accepted += 1;
    } else if (verb === "DATA") {
      if (accepted === 0) write("503 5.5.1 no valid recipients");
      else if (act("data", "354 go ahead")) inBody = true;
    } else if (verb === "RSET") {
      act("rset", "250 2.0.0 ok");
    } else if (verb === "QUIT") {
      if (act("quit", "221 2.0.0 bye")) socket.end();
    } else {
      write("500 5.5.2 what?");
    }
  };
  const onBody = (body: string) => {
    record.bodies.push(body);
    const asked = decide("dot");
    const isLost =
      typeof asked === "string" ||
      (typeof asked === "object" && "reply" in asked && !asked.reply.startsWith("2"));
    if (!isLost) record.taken.push(body);
    perform(asked, "250 2.0.0 queued");
  };
  const onData = (chunk: Buffer) => {
    if (isDeaf) return;
    if (hasWritten) record.turns += 1;
    hasWritten = false;
    pending += chunk.toString("latin1");
    for (;;) {
      if (isDeaf) return;
      if (inBody) {
        const end = pending.startsWith(".\r\n") ? 0 : pending.indexOf("\r\n.\r\n");
        if (end < 0) {
          act("body", undefined);
          return;
        }
        if (options.act && !act("body", undefined)) return;
        const cut = end === 0 ? 0 : end + 2;
        const body = pending.slice(0, cut).replace(/^\./gm, "");
        pending = pending.slice(cut + 3);
        inBody = false;
        onBody(body);
        continue;
      }
      const end = pending.indexOf("\r\n");
      if (end < 0) return;
      const line = pending.slice(0, end);
      pending = pending.slice(end + 2);
      onCommand(line);
    }
  };
  const startTls = () => {
    const broken = decide("handshake");
    plain.removeAllListeners("data");
    pending = "";
    if (broken === "close" || broken === "reset" || broken === "silence") {
      plain.once("data", () => stop(broken));
      return;
    }
    if (broken && "reply" in broken) {
      plain.once("data", () => plain.write(`${broken.reply}\r\n`));
      return;
    }
    const secure = new TLSSocket(plain, { isServer: true, ...options.tls });
    secure.on("error", () => undefined);
    secure.on("data", onData);
    socket = secure;
  };

  plain.setNoDelay(true);
  plain.on("error", () => undefined);
  plain.on("data", onData);
  act("connect", "220 fault.example ESMTP");
}
