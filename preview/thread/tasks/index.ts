import { facts } from "./facts.ts";
import { locate } from "./locate.ts";
import { message } from "./message.ts";
import { placeholders } from "./placeholders.ts";
import { props } from "./props.ts";
import type { Task } from "./task.ts";

/** All tasks by name. */
export const tasks = { facts, locate, message, placeholders, props };

/** A task's name. */
export type TaskName = keyof typeof tasks;

/** What a task is given. */
export type InputOf<Name extends TaskName> = Parameters<(typeof tasks)[Name]>[1];

/** What a task returns. */
export type OutputOf<Name extends TaskName> = Awaited<ReturnType<(typeof tasks)[Name]>>;

/** The task of a name that came over from the server. @throws {Error} when there is none */
export function findTask(name: string): Task<unknown, unknown> {
  const found = Object.entries(tasks).find(([known]) => known === name)?.[1];
  if (!found) throw new Error(`Cannot find the task "${name}" in the emails' thread`);
  return found as Task<unknown, unknown>;
}
