import { pathToFileURL } from "node:url";

/**
 * Loads what every email needs while the server is still starting: the email itself is on its way
 * through Vite meanwhile. What is not to be had is nothing to worry about here: the email will say.
 */
export function warmUp(files: readonly string[]): void {
  const loads = [
    () => import("react"),
    () => import("react/jsx-dev-runtime"),
    () => import("react-dom/server"),
    ...files.map((file) => () => import(pathToFileURL(file).href)),
  ];
  for (const load of loads) load().catch(() => undefined);
}
