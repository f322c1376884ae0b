import { fileURLToPath } from "node:url";

/**
 * The folder that a file of the renderer lies in: that of its sources, or of what was built of them.
 *
 * @param url the file's `import.meta.url`; in a CommonJS bundle it is `undefined`
 * @returns undefined in the bundle of an app, where the author's own code lies in the same file
 */
export function ownFolder(url: string | undefined): string | undefined {
  if (!url?.startsWith("file:")) return undefined;
  return /^.*[\\/](?:dist[\\/]src|src[\\/]template)[\\/]/.exec(fileURLToPath(url))?.[0];
}
