import { once } from "node:events";
import { connect } from "node:net";
import { setTimeout as sleep } from "node:timers/promises";
import { Worker } from "node:worker_threads";
import { onTestFinished } from "vitest";

/** Connections that wait to be accepted; beyond them the system leaves who knocks without an answer. */
const backlog = 1;

const program = `
  const { createServer } = require("node:net");
  const { parentPort, workerData } = require("node:worker_threads");
  const { host, port, backlog, gate, target } = workerData;
  const server = createServer((socket) => {
    const there = require("node:net").connect(target, "127.0.0.1");
    for (const each of [socket, there]) each.on("error", () => undefined);
    socket.pipe(there).pipe(socket);
  });
  server.listen({ host, port, backlog }, () => {
    parentPort.postMessage(server.address().port);
    setImmediate(() => Atomics.wait(gate, 0, 0));
  });
`;

/**
 * Something that has a port and accepts nobody: a lost packet, a long way, a firewall that swallows.
 *
 * @param target port of 127.0.0.1 that it leads to once it hears
 */
export async function openDeafServer(host: string, port = 0, target = 9) {
  const gate = new Int32Array(new SharedArrayBuffer(4));
  const worker = new Worker(program, {
    eval: true,
    workerData: { host, port, backlog, gate, target },
  });
  const [opened] = (await once(worker, "message")) as [number];
  const crowd = Array.from({ length: backlog + 1 }, () => connect({ host, port: opened }));
  for (const socket of crowd) socket.on("error", () => undefined);
  await Promise.all(crowd.map((socket) => once(socket, "connect")));
  const hear = () => {
    Atomics.store(gate, 0, 1);
    Atomics.notify(gate, 0);
    for (const socket of crowd) socket.destroy();
  };
  onTestFinished(async () => {
    hear();
    await sleep(0);
    await worker.terminate();
  });
  return { port: opened, hear };
}
