import type { Starter } from "../build/new-email/starters.ts";
import { defineCommand } from "./command-spec.ts";
import { parseCommand } from "./parse-command.ts";
import { misuse } from "./usage-error.ts";

/** `letterpress new`, described. */
export const newCommand = defineCommand({
  name: "new",
  summary: "Write a new email from a starter",
  about: `Writes the file of a new email, with variants, ready to be changed. It compiles, passes letterpress check and renders. A file that is there is never overwritten. Asks for a name where none is given.

plain is a greeting with a button, list an order with its lines and a sum, code a one-time code.`,
  words: "[PATH]",
  options: {
    from: {
      value: "STARTER",
      choices: ["plain", "list", "code"],
      about: "What it begins as",
      default: "plain",
    },
    emails: {
      value: "DIR",
      about: "Folder of the emails",
      default: "emails",
      completes: "folder",
    },
    json: { about: "Print id and file as JSON" },
  },
  exitCodes: { 1: "nothing was written: the file is there, or the name is none for an email" },
  examples: [
    ["letterpress new account/welcome", "emails/account/welcome.tsx"],
    ["letterpress new orders/receipt --from list", "with lines and a sum"],
    ["letterpress new account/sign-in --from code", "with a one-time code"],
  ],
});

/** What was asked of `letterpress new`. What is `undefined` was not said. */
export interface NewArguments {
  /** Id, or file. */
  readonly path: string | undefined;
  readonly from: Starter;
  /** Folder of the emails, relative to the working directory. */
  readonly emails: string;
  readonly json: boolean;
}

/** Reads the arguments behind `letterpress new`. @throws {UsageError} that names the wrong one */
export function readNewArguments(args: readonly string[]): NewArguments {
  const { values, words } = parseCommand(newCommand, args);
  const [path, stray] = words;
  if (stray !== undefined) throw misuse(newCommand, `"${stray}" is too much; one email at a time`);
  const { from = "plain", emails = "emails", json = false } = values;
  return { path, from, emails, json };
}
