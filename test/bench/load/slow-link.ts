import { once } from "node:events";
import { type AddressInfo, connect, createServer, type Socket } from "node:net";

/** A way to a server that is far off. */
export interface SlowLink {
  readonly port: number;
  /** Round trips so far: how often the client spoke again after the server had. */
  readonly roundTrips: () => number;
  close(): Promise<void>;
}

/** Opens a TCP proxy to a port of 127.0.0.1 that adds so many milliseconds to each round trip. */
export async function openSlowLink(target: number, addedMs: number): Promise<SlowLink> {
  const sockets = new Set<Socket>();
  let roundTrips = 0;
  const link = createServer((client) => {
    const server = connect(target, "127.0.0.1");
    let serverSpoke = true;
    for (const socket of [client, server]) {
      sockets.add(socket);
      socket.setNoDelay(true);
      socket.on("error", () => undefined);
      socket.once("close", () => sockets.delete(socket));
    }
    client.on("data", (chunk) => {
      if (serverSpoke) roundTrips += 1;
      serverSpoke = false;
      setTimeout(() => server.write(chunk), addedMs / 2);
    });
    server.on("data", (chunk) => {
      serverSpoke = true;
      setTimeout(() => client.write(chunk), addedMs / 2);
    });
    client.on("close", () => server.destroy());
    server.on("close", () => setTimeout(() => client.destroy(), addedMs / 2));
  });
  link.listen(0, "127.0.0.1");
  await once(link, "listening");
  return {
    port: (link.address() as AddressInfo).port,
    roundTrips: () => roundTrips,
    async close() {
      for (const socket of sockets) socket.destroy();
      link.close();
      await once(link, "close");
    },
  };
}
