import type { PostmarkTransportOptions } from "./postmark-options.ts";
import { recommendedConnections } from "./resolve-limits.ts";

/** Warns, once per transport, of options that work against those who use them. */
export function warnOfOptions(options: PostmarkTransportOptions): void {
  if (options.password === "x") {
    warn(
      "LETTERPRESS_PASSWORD_X",
      "The transport logs in with the letter \"x\" as password. Postmark documents the server token as user name and password, and this form nowhere: it may stop working at any time. Leave out 'password'.",
    );
  }
  if (options.tokenHeader) {
    warn(
      "LETTERPRESS_TOKEN_HEADER",
      "The transport writes the server token into every message as X-Postmark-Server-Token. That header belongs to Postmark's HTTP API and does nothing on SMTP, but anyone who reads the message may read the token. Leave out 'tokenHeader'.",
    );
  }
  if ((options.maxConnections ?? 0) > recommendedConnections) {
    warn(
      "LETTERPRESS_MAX_CONNECTIONS",
      `The transport may open ${options.maxConnections} connections; Postmark recommends at most ${recommendedConnections} per IP address, over all processes.`,
    );
  }
}

function warn(code: string, message: string): void {
  process.emitWarning(message, { type: "LetterpressWarning", code });
}
