import type { InlineConfig, Plugin, Rolldown } from "vite";
import { filesBeside } from "../files/files-beside.ts";
import type { FoundEmail } from "../find-emails.ts";
import type { Vite } from "../load-vite.ts";
import { codeBlockApart } from "../loading/code-block-apart.ts";
import { loadingResolution, loadingRules } from "../loading/loading-rules.ts";
import type { ProjectConfig } from "../loading/project-config.ts";
import { reactJsx } from "../loading/react-jsx.ts";
import type { ResolvedOptions } from "../options.ts";
import { nameOutputs } from "../output-names.ts";
import { externalPackages } from "./external-packages.ts";
import { entryOf, namedEmailEntries } from "./named-email-entries.ts";

/** Folder of what several emails share. Its name begins with `_`, as that of no email does. */
const chunksDir = "_chunks";

/** What Vite is told: the project's own config, and how a folder of emails is compiled. */
export function bundleConfig(
  vite: Vite,
  { root, emailsDir, outDir }: ResolvedOptions,
  emails: readonly FoundEmail[],
  project: ProjectConfig,
  names: Plugin,
  onwarn: (warning: Rolldown.RolldownLog) => void,
): InlineConfig {
  const outputs = nameOutputs(emails);
  return {
    ...project,
    root,
    configFile: false,
    mode: "production",
    logLevel: "silent",
    publicDir: false,
    // An imported image gets the address that the renderer completes: /static/…
    base: "/",
    resolve: loadingResolution(project.resolve),
    define: { "process.env.NODE_ENV": '"production"', ...project.define },
    oxc: { jsx: reactJsx },
    plugins: [
      namedEmailEntries(emails),
      codeBlockApart(),
      externalPackages(emailsDir),
      ...loadingRules({ root: () => root, emailsDir: () => emailsDir, vite }),
      filesBeside(() => root, vite),
      ...project.plugins,
      names,
    ],
    ssr: { noExternal: true },
    build: {
      ssr: true,
      write: false,
      // Not written to, but source maps start from it.
      outDir,
      target: "node20",
      sourcemap: true,
      minify: false,
      cssMinify: false,
      assetsDir: "static",
      assetsInlineLimit: 0,
      ssrEmitAssets: true,
      rolldownOptions: {
        input: Object.fromEntries(emails.map((email) => [outputs.get(email.id), entryOf(email)])),
        preserveEntrySignatures: "strict",
        experimental: { attachDebugInfo: "none" },
        onwarn,
        output: {
          format: "esm",
          entryFileNames: "[name].js",
          // An email's path is its name, whatever characters it has: order+receipt, [id].
          sanitizeFileName: false,
          chunkFileNames: `${chunksDir}/[name]-[hash].js`,
          comments: { annotation: true, legal: true, jsdoc: false },
        },
      },
    },
  };
}
