import { once } from "node:events";
import type { AddressInfo } from "node:net";
import { generate } from "selfsigned";
import { SMTPServer, type SMTPServerOptions } from "smtp-server";

/** A message that a test server took. */
export interface Taken {
  readonly from: string;
  readonly to: readonly string[];
  readonly raw: string;
  readonly user: string | undefined;
  readonly isSecure: boolean;
}

/** A key and a self-signed certificate for a host. */
export async function makeCertificate(host: string) {
  const made = await generate([{ name: "commonName", value: host }], {
    keySize: 2048,
    extensions: [{ name: "subjectAltName", altNames: [{ type: 2, value: host }] }],
  });
  return { key: made.private, cert: made.cert };
}

/** A real SMTP server on a free port of 127.0.0.1 that takes what it is given. */
export async function startServer(options: SMTPServerOptions = {}) {
  const taken: Taken[] = [];
  const logins: { username: string; password: string; method: string }[] = [];
  const server = new SMTPServer({
    authOptional: true,
    disableReverseLookup: true,
    hideSTARTTLS: options.key === undefined,
    allowInsecureAuth: true,
    closeTimeout: 100,
    onAuth(auth, _session, callback) {
      logins.push({
        username: auth.username ?? "",
        password: auth.password ?? "",
        method: auth.method,
      });
      callback(null, { user: auth.username });
    },
    onData(stream, session, callback) {
      const chunks: Buffer[] = [];
      stream.on("data", (chunk: Buffer) => chunks.push(chunk));
      stream.on("end", () => {
        taken.push({
          from: session.envelope.mailFrom ? session.envelope.mailFrom.address : "",
          to: session.envelope.rcptTo.map(({ address }) => address),
          raw: Buffer.concat(chunks).toString("latin1"),
          user: typeof session.user === "string" ? session.user : undefined,
          isSecure: session.secure,
        });
        callback(null, "queued");
      });
    },
    ...options,
  });
  server.on("error", () => undefined);
  server.listen(0, "127.0.0.1");
  await once(server.server, "listening");
  const { port } = server.server.address() as AddressInfo;
  return {
    port,
    url: `smtp://127.0.0.1:${port}`,
    taken,
    logins,
    server,
    close: () => new Promise<void>((resolve) => server.close(() => resolve())),
  };
}
