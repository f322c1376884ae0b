import type { EmailQuery } from "../../protocol/index.ts";
import type { Letterpress } from "../letterpress.ts";
import type { LoadedEmail } from "../load/load-email.ts";
import type { PropsVariant } from "../load/name-variants.ts";

/** What a {@link Task} works with. */
export interface TaskContext {
  readonly query: EmailQuery;
  /** The module, run. */
  readonly loaded: LoadedEmail;
  /** The variant that is asked for, with what was edited and the locale laid over its props. */
  readonly variant: PropsVariant;
  /** The package as the email itself imports it. */
  readonly letterpress: Letterpress;
  /** Absolute folder that `/static/` stands for; it need not exist. */
  readonly staticDir: string;
}

/**
 * Something done beside a loaded email, in the thread that it is loaded in: only there are its
 * component, its schema and its props.
 *
 * To add one, write a file in `tasks/` that exports a function of this type, and list it in
 * `tasks/index.ts`; the server then calls `renders.run("name", query, input)`, typed by the
 * function. Input and output travel between threads: plain data, dates, maps and bytes, but no
 * function and no element. When an email blocks the thread, the thread is replaced, and whatever
 * else was under way runs again: so a task has no effect outside, and what is to be sent or written
 * is returned to the server. The thread starts with the preview: what is heavy is imported when it
 * is needed.
 *
 * @throws whatever it likes: message, name and plain fields arrive
 */
export type Task<Input, Output> = (context: TaskContext, input: Input) => Output | Promise<Output>;
