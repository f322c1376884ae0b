import { isMailError, OutboxError } from "../../errors.ts";

/** Errors of sockets that say that there is no server, or that it is gone. */
const networkCodes = new Set([
  ...["ECONNREFUSED", "ECONNRESET", "EPIPE", "ETIMEDOUT", "ENOTFOUND", "EAI_AGAIN"],
  ...["EHOSTUNREACH", "ENETUNREACH", "ENOENT"],
]);

/**
 * Whether the database may do the same later: it is gone, restarts, is full of connections, or gave
 * way to another transaction. @see https://www.postgresql.org/docs/current/errcodes-appendix.html
 */
export function isPassing(error: unknown): boolean {
  if (!(error instanceof Error)) return false;
  const { code = "" } = error as { code?: string };
  if (networkCodes.has(code)) return true;
  // Connection exceptions, lack of resources, operator intervention, serialization and deadlocks.
  if (/^(08|53|57P|40)/.test(code)) return true;
  return /terminated|timeout|not queryable|Connection ended/i.test(error.message);
}

/** An error of the database as one of ours, with words of its own and no value that was stored. */
export function toOutboxError(action: string, error: unknown): Error {
  if (isMailError(error)) return error;
  const { code = "", message = String(error) } = (error ?? {}) as {
    code?: string;
    message?: string;
  };
  const wrap = (state: string) =>
    new OutboxError(`Cannot ${action}: ${state}`, { kind: "database", cause: error });
  if (code === "53100") {
    return wrap(`the disk of the database is full (${message}); make room there and try again`);
  }
  if (code === "53300") {
    return wrap(
      `the database takes no more connections (${message}); raise its max_connections, or lower 'maxDatabaseConnections'`,
    );
  }
  if (isPassing(error)) {
    return wrap(
      `the database does not answer (${message || code}); check 'url', and that PostgreSQL runs`,
    );
  }
  if (code.startsWith("28"))
    return wrap(`the database refuses the login (${message}); check 'url'`);
  if (code === "3D000") return wrap(`${message}; create it, or name another in 'url'`);
  if (code === "42501") {
    return wrap(`${message}; grant the role of 'url' the right to it, or let its owner migrate`);
  }
  if (code === "42P01" || code === "3F000") {
    return wrap(
      `${message}; the tables of the outbox are in the database of 'url': give a 'tx' of that one, and the same 'schema'`,
    );
  }
  return wrap(message);
}
