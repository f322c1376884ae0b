import { OutboxError } from "../../errors.ts";
import { packageForPlatform } from "./packaged-binaries.ts";

/**
 * The error that says why no PostgreSQL can run beside the app, and the three ways out.
 *
 * @param reason what is in the way, without a full stop
 */
export function embeddedError(reason: string, options?: ErrorOptions): OutboxError {
  return new OutboxError(
    `Cannot start a PostgreSQL beside the app: ${reason}. Three ways out: ` +
      "give 'url' the address of a server that runs, postgres://…; " +
      `install PostgreSQL on this machine (such as 'apt-get install postgresql'), or the package ${packageForPlatform()} in the project; ` +
      "or run the app as a user who is not root, in a folder that this user may write to",
    { kind: "embedded", ...options },
  );
}
