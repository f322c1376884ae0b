import type { Environment } from "../sender/read-env.ts";

/** What the environment says of Postmark's HTTP API. */
export interface ApiAccess {
  /** The server's token: `POSTMARK_API_TOKEN`, else `POSTMARK_SERVER_TOKEN`. */
  readonly serverToken: string | undefined;
  /** `POSTMARK_API_URL`: another address than Postmark's. */
  readonly baseUrl: string | undefined;
}

/** How commands describe what {@link readApiAccess} reads. */
export const apiEnvironment = {
  POSTMARK_API_TOKEN:
    "the server's token for Postmark's API, where mail is sent by an SMTP token; default: POSTMARK_SERVER_TOKEN",
  POSTMARK_API_URL: "another address than Postmark's",
};

/**
 * Reads how to reach Postmark's API. It takes a server's token and no SMTP token, while the sender
 * takes one of the two: with an SMTP token for mail, the API's stands in a variable of its own.
 */
export function readApiAccess(env: Environment): ApiAccess {
  const read = (name: string) => env[name]?.trim() || undefined;
  return {
    serverToken: read("POSTMARK_API_TOKEN") ?? read("POSTMARK_SERVER_TOKEN"),
    baseUrl: read("POSTMARK_API_URL"),
  };
}
