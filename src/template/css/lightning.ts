import type * as Lightning from "lightningcss";

/** The part of lightningcss that is used, loaded on demand: it is a native library. */
export type LightningCss = Pick<typeof Lightning, "transform">;

/** Under this name a program without `node_modules`, such as one in a browser, says how to load it. */
const loaderKey = Symbol.for("letterpress.load-lightningcss");

/**
 * Loads lightningcss; Node keeps it after the first time.
 *
 * Bundlers must not see this import: the library may be missing, and holds a `require` of a binary
 * whose name it puts together. So its name is put together here as well, and the comments tell the
 * bundlers which look at any `import()` to leave it to Node.
 *
 * @returns the module; undefined where it is not installed, or has no binary for this platform
 */
export async function loadLightningCss(): Promise<LightningCss | undefined> {
  const load = (globalThis as { [loaderKey]?: () => Promise<LightningCss> })[loaderKey];
  const name = ["lightning", "css"].join("");
  try {
    if (load !== undefined) return await load();
    return await import(
      /* webpackIgnore: true */ /* turbopackIgnore: true */ /* @vite-ignore */ name
    );
  } catch {
    return undefined;
  }
}
