/** Vite's module. */
export type Vite = typeof import("vite");

/**
 * Loads Vite, which compiles the emails: an optional companion that an app in production lacks.
 *
 * @throws {Error} when it is not installed
 */
export async function loadVite(): Promise<Vite> {
  try {
    return await import("vite");
  } catch (cause) {
    if (!isMissing(cause)) throw cause;
    throw new Error(
      "Cannot build: Vite is not installed; add it with: npm install --save-dev vite@8",
      { cause },
    );
  }
}

function isMissing(error: unknown): boolean {
  return error instanceof Error && "code" in error && error.code === "ERR_MODULE_NOT_FOUND";
}
