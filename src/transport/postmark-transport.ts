import { checkOptions } from "./check-options.ts";
import { checkStream } from "./check-stream.ts";
import { compose } from "./compose.ts";
import { ByteWriter } from "./mime/byte-writer.ts";
import type { PostmarkTransportOptions } from "./postmark-options.ts";
import { resolveLimits } from "./resolve-limits.ts";
import { resolveServer } from "./resolve-server.ts";
import { createSmtpTransport } from "./smtp-transport.ts";
import type { Transport } from "./transport.ts";
import { warnOfOptions } from "./warn-of-options.ts";

/**
 * Creates the transport that delivers over SMTP to Postmark, or to the server of a URL.
 *
 * A message is composed once, to bytes; every attempt sends the same. Connections are kept and
 * shared by all callers. What fails in passing before the server can have the message is tried
 * again; when the answer to a whole message never comes, the error's `outcome` is `unknown` and
 * nothing is repeated. Idle connections do not keep the process alive; `close()` says goodbye.
 *
 * @throws {TypeError} when credentials are missing, empty or doubled, or the URL is none
 * @throws {RangeError} when a number is out of its range, or the port is one Postmark lacks
 * @example
 * const transport = createPostmarkTransport({ serverToken: process.env.POSTMARK_SERVER_TOKEN ?? "" });
 * const local = createPostmarkTransport({ url: "smtp://127.0.0.1:2525" });
 * @see https://postmarkapp.com/developer/user-guide/send-email-with-smtp
 */
export function createPostmarkTransport(options: PostmarkTransportOptions): Transport {
  checkOptions(options);
  const server = resolveServer(options);
  const limits = resolveLimits(options);
  warnOfOptions(options);
  const { credentials } = server;
  const tokenHeaders =
    options.tokenHeader && credentials
      ? [{ name: "X-Postmark-Server-Token", value: credentials.reveal().user }]
      : [];
  const writer = new ByteWriter();
  return createSmtpTransport(server, limits, (message) => {
    checkStream(message, server);
    return compose(message, tokenHeaders, writer);
  });
}
