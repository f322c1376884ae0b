import type pg from "pg";
import { OutboxError } from "../../errors.ts";
import { importOptional } from "../../optional-package.ts";

/** What is used of `pg`. */
export type Driver = Pick<typeof pg, "Pool" | "Client">;

/**
 * Loads `pg`, an optional peer.
 *
 * @throws {OutboxError} that says how to install it
 */
export async function loadDriver(): Promise<Driver> {
  try {
    const loaded = await importOptional<{ default: Driver }>("pg");
    return loaded.default;
  } catch (cause) {
    throw new OutboxError(
      "Cannot open the outbox: the package 'pg' is not installed; run 'npm install pg'",
      { kind: "driver", cause },
    );
  }
}
