import { createInterface } from "node:readline/promises";
import { writeEmail } from "../build/new-email/write-email.ts";
import { findInstalled } from "../build/requirements/find-installed.ts";
import { addCommand, findPackageManager } from "../build/requirements/package-manager.ts";
import { canAsk } from "./ask.ts";
import { type NewArguments, newCommand } from "./new-arguments.ts";
import { misuse } from "./usage-error.ts";

/** Writes a new email. @returns the exit code */
export async function newEmail({ path, from, emails, json }: NewArguments): Promise<number> {
  const root = process.cwd();
  const named = path ?? (await askName());
  const { id, file, components } = await writeEmail({ root, emails, path: named, from });
  if (json) console.log(JSON.stringify({ id, file }));
  else {
    console.log(`${file}\n\n  letterpress dev          to see it\n  letterpress check ${id}`);
    if (!findInstalled(components, root)) {
      const line = addCommand(findPackageManager(root), [`${components}@1`], true);
      console.error(`\nIts components are not installed yet: ${line}`);
    }
  }
  return 0;
}

async function askName(): Promise<string> {
  if (!canAsk()) throw misuse(newCommand, "name the email, such as account/welcome");
  const lines = createInterface({ input: process.stdin, output: process.stderr });
  try {
    return (await lines.question("Name of the email, such as account/welcome: ")).trim();
  } finally {
    lines.close();
  }
}
