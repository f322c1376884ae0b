import { onTestFinished } from "vitest";
import type { PostmarkTransportOptions } from "../../src/transport/postmark-options.ts";
import { createPostmarkTransport } from "../../src/transport/postmark-transport.ts";
import { type FaultServerOptions, startFaultServer } from "./fault-server.ts";
import { startServer } from "./real-server.ts";

/** A transport that is closed when the test is over. */
export function openTransport(options: PostmarkTransportOptions) {
  const transport = createPostmarkTransport({ closeGraceMs: 0, ...options });
  onTestFinished(() => transport.close());
  return transport;
}

/** A misbehaving server that is closed when the test is over. */
export async function openFaultServer(options?: FaultServerOptions) {
  const server = await startFaultServer(options);
  onTestFinished(() => server.close());
  return server;
}

/** A well-behaved server that is closed when the test is over. */
export async function openServer(options?: Parameters<typeof startServer>[0]) {
  const server = await startServer(options);
  onTestFinished(() => server.close());
  return server;
}

/** The error that a promise is rejected with. */
export async function rejection(promise: Promise<unknown>): Promise<unknown> {
  try {
    await promise;
  } catch (error) {
    return error;
  }
  throw new Error("it was fulfilled");
}
