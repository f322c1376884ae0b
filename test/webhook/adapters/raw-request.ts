import { connect } from "node:net";

/** What a client reads that writes octets of its own to a server. */
export interface RawAnswer {
  readonly status: number;
  readonly text: string;
}

/**
 * Writes a request as it is given and reads until the answer is there, without ever ending it.
 *
 * @param more called for further octets while there is no answer; undefined: no more
 */
export function askRaw(
  port: number,
  head: readonly string[],
  more: () => string | undefined,
): Promise<RawAnswer> {
  return new Promise((resolve, reject) => {
    const socket = connect(port, "127.0.0.1");
    let text = "";
    const write = () => {
      const piece = more();
      if (piece !== undefined && !socket.destroyed) socket.write(piece, () => setImmediate(write));
    };
    socket.setEncoding("utf8");
    socket.once("error", reject);
    socket.once("close", () => reject(new Error(`closed without an answer: ${text}`)));
    socket.on("data", (chunk) => {
      text += chunk;
      const status = /^HTTP\/1\.1 (\d{3})[\s\S]*\r\n\r\n/.exec(text)?.[1];
      if (status === undefined || status === "100") return;
      resolve({ status: Number(status), text });
      socket.destroy();
    });
    socket.write(`${[...head, "", ""].join("\r\n")}`, write);
  });
}
