/** Vite's module. */
export type Vite = typeof import("vite");

/**
 * Loads Vite, which compiles the emails: an optional companion that an app in production lacks.
 * Whether it is there, and in which version, `requirePackages` tells.
 */
export function loadVite(): Promise<Vite> {
  return import("vite");
}
