import type { WhereBlocked } from "../../thread/current-run.ts";
import { authoredFrames } from "../../thread/failure/authored-frames.ts";
import { EndlessError } from "../../thread/failure/endless-error.ts";
import type { WorkerRequest, WorkerSettings } from "../../thread/messages.ts";

/** What is known of a thread that did not answer. */
export interface Blocked {
  readonly where: WhereBlocked | undefined;
  readonly settings: WorkerSettings;
}

/** Why an email was ended: by its limit of time, or with the thread that it brought down. */
export function describeEnd({ email }: WorkerRequest, error?: Error, blocked?: Blocked): Error {
  if (error) return new Error(`Cannot show "${email.id}": ${error.message}`, { cause: error });
  if (!blocked) {
    return new EndlessError(
      `Cannot show "${email.id}": it was not done in time and was ended; look for a promise that never settles`,
    );
  }
  const { where, settings } = blocked;
  const doing = where?.phase === "load" ? "load" : "render";
  const [frame] = where ? authoredFrames(where.stack, settings) : [];
  const place = frame?.name ? ` in ${frame.name}` : "";
  const ended = new EndlessError(
    `Cannot ${doing} "${email.id}": it ran for ${settings.timeoutMs / 1000} s without an end and was ended; look for a loop that never ends${place}`,
  );
  if (where) ended.stack = where.stack;
  return Object.assign(ended, { phase: where?.phase });
}
