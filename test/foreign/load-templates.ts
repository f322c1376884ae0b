import { mkdtempSync, readdirSync, rmSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { build } from "esbuild";
import type { ComponentType } from "react";

/** A template as others write them. */
export interface ForeignTemplate {
  readonly name: string;
  readonly component: ComponentType<object>;
}

/** What the templates' components come from. */
export type Library = "react-email" | "@react-email/components";

const root = join(import.meta.dirname, "../..");

/** Where the templates lie. */
export const templatesDir = join(root, "test/fixtures/foreign");

/** Loads templates, or all of them, with the components of one library. */
export async function loadTemplates(
  library: Library,
  names: readonly string[] = readdirSync(templatesDir).map((file) => file.replace(/\.tsx$/, "")),
): Promise<readonly ForeignTemplate[]> {
  // Inside the project, so that the libraries are found from there.
  const outdir = mkdtempSync(join(root, "node_modules/.foreign-"));
  try {
    await build({
      entryPoints: names.map((name) => join(templatesDir, `${name}.tsx`)),
      outdir,
      bundle: true,
      format: "esm",
      platform: "node",
      jsx: "automatic",
      packages: "external",
      outExtension: { ".js": ".mjs" },
      ...(library !== "react-email" && { alias: { "react-email": library } }),
      logLevel: "error",
    });
    return await Promise.all(
      names.map(async (name) => {
        const module = await import(pathToFileURL(join(outdir, `${name}.mjs`)).href);
        return { name, component: module.default };
      }),
    );
  } finally {
    rmSync(outdir, { recursive: true, force: true });
  }
}
