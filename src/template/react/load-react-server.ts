import { createRequire } from "node:module";
import { ownFolder } from "./own-folder.ts";

/** React's server renderer. */
export type ReactServer = typeof import("react-dom/server");

/** Loads React's server renderer. */
export async function loadReactServer(): Promise<ReactServer> {
  const takeBack = lendRequire(import.meta.url);
  try {
    return await import("react-dom/server");
  } finally {
    takeBack();
  }
}

/**
 * React's renderer is CommonJS and requires Node's own modules. In an ES module that esbuild made of
 * an app, nothing is there to require with, and esbuild asks for a global one: it has one while the
 * renderer loads.
 */
function lendRequire(url: string | undefined): () => void {
  const isInBundle = url?.startsWith("file:") && ownFolder(url) === undefined;
  if (!url || !isInBundle) return () => undefined;
  const lent = createRequire(url);
  const scope: { require?: NodeJS.Require } = globalThis;
  if (scope.require) return () => undefined;
  scope.require = lent;
  return () => {
    if (scope.require === lent) delete scope.require;
  };
}
