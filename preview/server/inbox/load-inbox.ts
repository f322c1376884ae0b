import { existsSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import type { LetterpressInbox } from "../../thread/letterpress.ts";
import { bundleOwnSource } from "../emails/bundle-own-source.ts";

const source = "src/inbox/index.ts";
const built = "dist/src/inbox/index.js";

/**
 * Loads the inbox, with its SMTP server and its parser, when it is first needed. It runs in the
 * server's own thread: no email can hold it up.
 */
export async function loadInbox(packageRoot: string): Promise<LetterpressInbox> {
  const file = existsSync(join(packageRoot, source))
    ? await bundleOwnSource(packageRoot, source)
    : join(packageRoot, built);
  return import(pathToFileURL(file).href);
}
