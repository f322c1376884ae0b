import type { Socket } from "node:net";
import type SMTPConnection from "nodemailer/lib/smtp-connection";
import type { DeliveryStage } from "../errors.ts";
import { ConnectionRace } from "./connection-race.ts";
import type { Dialogue } from "./dialogue.ts";
import { createDialogueLog } from "./dialogue-log.ts";
import { noLogin } from "./fault-from-error.ts";
import { readOffers } from "./offers.ts";
import type { Operation } from "./operation.ts";
import type { StageTimings } from "./transport-event.ts";
import { TurnWatch } from "./turn-watch.ts";

/** nodemailer's own time-outs stand behind ours; they only fire should ours be wrong. */
const backstopMs = 5_000;

/**
 * Connects, reads the greeting, secures and logs in.
 *
 * @returns milliseconds by stage
 * @throws {SmtpFault} that tells the stage it came to; the dialogue is at its end then
 */
export async function shakeHands(
  dialogue: Dialogue,
  Connection: typeof SMTPConnection,
  signal: AbortSignal,
): Promise<StageTimings> {
  const operation = dialogue.begin<void>("connect", signal);
  if (!operation.isSettled) connect(dialogue, Connection, operation);
  try {
    await operation.promise;
  } catch (error) {
    dialogue.destroy();
    throw error;
  }
  return operation.timingsMs;
}

function connect(
  dialogue: Dialogue,
  Connection: typeof SMTPConnection,
  operation: Operation<void>,
): void {
  const { server, timeoutMs } = dialogue.settings;
  dialogue.race = new ConnectionRace({
    ...{ host: server.host, port: server.port, timeoutMs },
    onLookedUp: (allMs) => operation.enter("connect", allMs),
    onConnected: (socket) => greet(dialogue, Connection, operation, socket),
    onFailed: (error) => operation.reject(dialogue.toFault(error)),
  });
}

function greet(
  dialogue: Dialogue,
  Connection: typeof SMTPConnection,
  operation: Operation<void>,
  socket: Socket,
): void {
  const { server, timeoutMs, finalDotTimeoutMs } = dialogue.settings;
  dialogue.socket = socket;
  operation.enter("greeting", timeoutMs);
  const watch = new TurnWatch(() => {
    operation.reject(dialogue.toFault(outOfTurn(operation.stage)));
  });
  const connection = new Connection({
    connection: socket,
    host: server.host,
    port: server.port,
    requireTLS: server.tlsRequired,
    tls: server.tls,
    connectionTimeout: 4 * timeoutMs + backstopMs,
    greetingTimeout: timeoutMs + backstopMs,
    socketTimeout: Math.max(timeoutMs, finalDotTimeoutMs) + backstopMs,
    socketCloseTimeout: 0,
    transactionLog: true,
    logger: createDialogueLog({
      onCommand: (verb, shown) => {
        dialogue.record("client", shown);
        watch.noteCommand(dialogue.stream);
        if (verb === "STARTTLS") operation.enter("tls", timeoutMs);
      },
      onReply: (reply) => dialogue.hear(reply),
    }),
  });
  dialogue.connection = connection;
  dialogue.onReply = (reply) => {
    dialogue.offersStartTls ||= /^250[ -]STARTTLS\b/im.test(reply);
    if (reply.startsWith("250")) dialogue.offers = readOffers(reply);
    operation.enter(operation.stage, timeoutMs);
  };
  connection.on("error", (error: Error) => dialogue.fail(error));
  // The error that belongs to an end may come right after it.
  connection.on("end", () => queueMicrotask(() => dialogue.fail(new Error("connection closed"))));
  connection.connect((error) => {
    if (error) operation.reject(dialogue.toFault(error));
    else logIn(dialogue, connection, operation);
  });
  // It begins to read a turn later; until then nothing may be read past it.
  setImmediate(() => {
    if (!operation.isSettled) watch.follow(socket);
  });
}

function outOfTurn(stage: DeliveryStage): Error {
  const why =
    stage === "tls"
      ? "after its answer to STARTTLS it said more in clear, which someone on the way may have put in"
      : "it answered what no one had asked";
  return Object.assign(new Error(why), { code: "EPROTOCOL" });
}

function logIn(dialogue: Dialogue, connection: SMTPConnection, operation: Operation<void>): void {
  const { server, timeoutMs } = dialogue.settings;
  const ready = () => {
    dialogue.takeOver();
    operation.resolve();
  };
  if (!server.credentials) {
    ready();
  } else if (!connection.allowsAuth) {
    operation.reject(noLogin(server));
  } else {
    operation.enter("auth", timeoutMs);
    connection.login(server.credentials.reveal(), (error) =>
      error ? operation.reject(dialogue.toFault(error)) : ready(),
    );
  }
}
