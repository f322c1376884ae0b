import { realpathSync } from "node:fs";
import { resolve } from "node:path";
import type { EmailView } from "../../protocol/index.ts";
import { startHeadless } from "./headless-preview.ts";
import { readStates } from "./read-states.ts";
import { createWarningList, type ExportWarning } from "./render-warnings.ts";

/** Options of {@link proofEmails}. */
export interface ProofOptions {
  /** The project. */
  readonly root: string;
  /** Folder of the emails, relative to the root. @default what the Vite config says, else "emails" */
  readonly emailsDir?: string | undefined;
  /** The project's Vite config; `false` for none. @default the project's own */
  readonly configFile?: string | false | undefined;
}

/**
 * Renders every variant of every email and tells what the renders warn of. An email that does not
 * render with the props of its variants tells nothing here: an app may have better ones.
 *
 * @throws {Error} when the preview does not start
 */
export async function proofEmails({
  root,
  emailsDir,
  configFile,
}: ProofOptions): Promise<readonly ExportWarning[]> {
  const preview = await startHeadless({
    ...{ root: realpathSync(resolve(root)), emailsDir, configFile },
    renderTimeoutMs: undefined,
  });
  try {
    const warnings = createWarningList();
    for (const { id } of preview.found.emails) {
      for await (const { view } of readStates(id, preview.json<EmailView>)) warnings.add(view);
    }
    return warnings.list();
  } finally {
    await preview.close();
  }
}
