import type { CommonTransportOptions } from "../transport/postmark-options.ts";
import { createSender } from "./create-sender.ts";
import { createTransportFromEnv } from "./create-transport-from-env.ts";
import { type Environment, readEnv } from "./read-env.ts";
import type { Sender, SenderOptions } from "./sender.ts";

/** What may be said beside the environment; it wins over the environment. */
export interface SenderFromEnvOverrides extends Omit<SenderOptions, "transport"> {
  /** Options of the transport, such as `maxConnections`. Its credentials come from the environment. */
  readonly transport?: CommonTransportOptions | undefined;
}

/**
 * Creates a sender from the environment, which is read once. Credentials are one of
 * `POSTMARK_SERVER_TOKEN`; `POSTMARK_SMTP_ACCESS_KEY` with `POSTMARK_SMTP_SECRET_KEY`; or
 * `MAIL_URL`, such as `smtp://127.0.0.1:2525` for a local inbox. `MAIL_FROM` is the sender's
 * address and `POSTMARK_MESSAGE_STREAM` the stream where email and call name no other; with the id
 * of Postmark's own broadcast stream mail goes to the broadcast host.
 *
 * @throws {TypeError} that names every variable that is missing, wrong or contradicts another, and what would fix it
 * @example
 * export const sender = createSenderFromEnv();
 */
export function createSenderFromEnv(
  env: Environment = process.env,
  overrides: SenderFromEnvOverrides = {},
): Sender {
  const settings = readEnv(env);
  const { transport, problems } = createTransportFromEnv(settings, overrides.transport);
  if (!transport || problems.length > 0) {
    throw new TypeError(`Cannot create a sender from the environment: ${problems.join("\n  - ")}`);
  }
  const { from, stream } = settings;
  return createSender({ from, stream, ...withoutUndefined(overrides), transport });
}

function withoutUndefined<Options extends object>(options: Options): Partial<Options> {
  const given = Object.entries(options).filter(([, value]) => value !== undefined);
  return Object.fromEntries(given) as Partial<Options>;
}
