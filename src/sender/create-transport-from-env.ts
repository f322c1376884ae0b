import type { CommonTransportOptions } from "../transport/postmark-options.ts";
import { createPostmarkTransport } from "../transport/postmark-transport.ts";
import type { Transport } from "../transport/transport.ts";
import { type EnvSettings, variableOfOption } from "./read-env.ts";

/** Streams that Postmark makes itself on its broadcast host. */
const broadcastStreams: readonly (string | undefined)[] = ["broadcast", "broadcasts"];

/** A transport, or what is wrong with the variables that it would be made from. */
export interface TransportFromEnv {
  /** `undefined` when the environment names none, or names it wrongly. */
  readonly transport: Transport | undefined;
  /** Sentences that name the variable and what would fix it; never a value. */
  readonly problems: readonly string[];
}

/** Creates the transport that the environment names; words about an option become words about its variable. */
export function createTransportFromEnv(
  { credentials, stream, problems }: EnvSettings,
  options: CommonTransportOptions = {},
): TransportFromEnv {
  if (!credentials) return { transport: undefined, problems };
  const streamType = broadcastStreams.includes(stream) ? "broadcast" : undefined;
  try {
    const transport = createPostmarkTransport({ streamType, ...options, ...credentials });
    return { transport, problems };
  } catch (error) {
    if (!(error instanceof TypeError || error instanceof RangeError)) throw error;
    const problem = error.message.replace(
      /Option '(\w+)'/,
      (option, name: string) => variableOfOption[name] ?? option,
    );
    return { transport: undefined, problems: [...problems, problem] };
  }
}
