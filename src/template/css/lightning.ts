import type * as Lightning from "lightningcss";
import { importOptional } from "../../optional-package.ts";

/** The part of lightningcss that is used, loaded on demand: it is a native library. */
export type LightningCss = Pick<typeof Lightning, "transform">;

/** Under this name a program without `node_modules`, such as one in a browser, says how to load it. */
const loaderKey = Symbol.for("letterpress.load-lightningcss");

/**
 * Loads lightningcss; Node keeps it after the first time. Bundlers do not see this import: the
 * library may be missing, and holds a `require` of a binary whose name it puts together.
 *
 * @returns the module; undefined where it is not installed, or has no binary for this platform
 */
export async function loadLightningCss(): Promise<LightningCss | undefined> {
  const load = (globalThis as { [loaderKey]?: () => Promise<LightningCss> })[loaderKey];
  try {
    return await (load ? load() : importOptional<LightningCss>("lightningcss"));
  } catch {
    return undefined;
  }
}
