import { once } from "node:events";
import { createServer } from "node:net";

const defaultSmtpPort = 2525;
/** When the default port is taken, so many after it are tried. */
const portsTried = 20;

/**
 * The port that the inbox will listen on, known before the inbox itself is loaded.
 *
 * @param wanted a port that was asked for, 0 for any; otherwise 2525, or the next free one
 * @throws {Error} when the port that was asked for is in use
 */
export async function findSmtpPort(wanted: number | undefined): Promise<number> {
  if (wanted !== undefined) {
    const port = await tryPort(wanted);
    if (port !== undefined) return port;
    throw new Error(
      `Cannot start the inbox: SMTP port ${wanted} is in use; stop what listens there, or choose another with --smtp-port`,
    );
  }
  for (let port = defaultSmtpPort; port <= defaultSmtpPort + portsTried; port += 1) {
    if ((await tryPort(port)) !== undefined) return port;
  }
  throw new Error(
    `Cannot start the inbox: the SMTP ports from ${defaultSmtpPort} to ${defaultSmtpPort + portsTried} are in use; choose another with --smtp-port`,
  );
}

/** @returns the port when it is free, the one that was given for 0, or `undefined` */
async function tryPort(wanted: number): Promise<number | undefined> {
  const server = createServer().listen(wanted, "127.0.0.1");
  try {
    await once(server, "listening");
  } catch (error) {
    if (error instanceof Error && "code" in error && error.code === "EADDRINUSE") return undefined;
    throw error;
  }
  const address = server.address();
  server.close();
  await once(server, "close");
  return typeof address === "object" && address ? address.port : wanted;
}
