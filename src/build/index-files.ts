import type { OutputFile } from "./bundle/output-file.ts";
import type { FoundEmail } from "./find-emails.ts";
import { nameOutputs } from "./output-names.ts";
import type { BuildProblem } from "./problem.ts";

/** The lists of a build, and what is to be said about them. */
export interface IndexFiles {
  readonly files: readonly OutputFile[];
  readonly warnings: readonly BuildProblem[];
}

/**
 * Makes the list of all emails: `emails["orders/receipt"]()` loads that email and no other.
 *
 * @param typed whether the emails have declarations for the list to refer to
 */
export function indexFiles(emails: readonly FoundEmail[], typed: boolean): IndexFiles {
  const names = nameOutputs(emails);
  const moduleOf = (id: string) => quote(`./${names.get(id)}.js`);
  if (names.get("index") === "index") {
    const message = 'the list of all emails is left out: an email has its name, "index"';
    return { files: [], warnings: [{ message }] };
  }
  const loaders = emails.map(({ id }) => `  ${quote(id)}: () => import(${moduleOf(id)}),\n`);
  const types = emails.map(
    ({ id }) => `  readonly ${quote(id)}: () => Promise<typeof import(${moduleOf(id)})>;\n`,
  );
  const list = `export const emails = {\n${loaders.join("")}};\n`;
  const declaration = `/** Loads an email by its id, and no other. */
export declare const emails: {
${types.join("")}};

/** Ids of all emails. */
export type EmailId = keyof typeof emails;
`;
  const files = [{ path: "index.js", content: list }];
  return {
    files: typed ? [...files, { path: "index.d.ts", content: declaration }] : files,
    warnings: [],
  };
}

function quote(text: string): string {
  return JSON.stringify(text);
}
