import { existsSync } from "node:fs";
import { join } from "node:path";
import { releaseUse } from "../files/in-use.ts";
import { hasAppSource, isAppSource } from "./app-source.ts";
import { buildApp } from "./build-app.ts";

/** Where the built app is. */
export interface AppFolder {
  /** The folder, once it is built. @throws {Error} with what went wrong in the build */
  current(): Promise<string>;
  /** Builds anew if the file is part of the app's source, then calls back when the app changed. */
  fileChanged(file: string): void;
  /** Ends a build that is under way. */
  close(): void;
}

/** So long the sources must be quiet before they are built: a save of many files is one change. */
const quietMs = 50;

/**
 * The app as published, or, where this package is run from its sources, as built from them: begun
 * at once, beside the server's own start.
 *
 * @param onRebuilt called when an app other than the first one is there
 */
export function openAppFolder(packageRoot: string, onRebuilt: () => void): AppFolder {
  const published = join(packageRoot, "dist/app");
  if (!hasAppSource(packageRoot)) {
    if (!existsSync(published)) {
      throw new Error(
        `Cannot start the preview: ${published} is missing; install letterpress anew`,
      );
    }
    return { current: async () => published, fileChanged() {}, close() {} };
  }

  const closed = new AbortController();
  let timer: NodeJS.Timeout | undefined;
  let current = build();

  function build(): Promise<string> {
    const folder = buildApp(packageRoot, closed.signal);
    // Told to whoever asks for the page; until then it is no one's unhandled rejection.
    folder.catch(() => undefined);
    return folder;
  }

  async function rebuild(): Promise<void> {
    const before = await current.catch(() => undefined);
    const next = build();
    const after = await next.catch(() => undefined);
    current = next;
    // One of the last few still, should a page that is open fetch from it.
    if (before !== undefined && before !== after) releaseUse(before);
    if (before !== after) onRebuilt();
  }

  async function standing(): Promise<string> {
    const asked = current;
    const folder = await asked;
    // Others that build from these sources keep but the newest few apps.
    if (current === asked && !existsSync(folder)) current = build();
    return current;
  }

  return {
    current: standing,
    fileChanged(file) {
      if (!isAppSource(packageRoot, file)) return;
      clearTimeout(timer);
      timer = setTimeout(() => void rebuild(), quietMs);
    },
    close() {
      clearTimeout(timer);
      closed.abort();
    },
  };
}
