import { letterpress } from "../letterpress-plugin.ts";
import { headlessTimeoutMs, type StartHeadless, startHeadlessBy } from "./start-headless.ts";

export type { HeadlessPreview } from "./start-headless.ts";

/** Starts the preview of a project: no inbox, no watcher, on a free port of loopback. */
export const startHeadless: StartHeadless = (options) =>
  startHeadlessBy(letterpress({ renderTimeoutMs: headlessTimeoutMs }), options);
