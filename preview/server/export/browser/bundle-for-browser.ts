import { existsSync } from "node:fs";
import { join } from "node:path";
import * as vite from "vite";
import { filesBeside } from "../../../../src/build/files/files-beside.ts";
import { codeBlockApart } from "../../../../src/build/loading/code-block-apart.ts";
import { loadingResolution, loadingRules } from "../../../../src/build/loading/loading-rules.ts";
import { loadProjectConfig } from "../../../../src/build/loading/project-config.ts";
import { reactJsx } from "../../../../src/build/loading/react-jsx.ts";
import { browserFolder } from "../../../protocol/browser-render.ts";
import { ownPackage } from "../../emails/own-package.ts";
import { findPackageRoot } from "../../package-root.ts";
import { browserModules } from "./browser-modules.ts";

/** An email to be run in a browser. */
export interface BrowserEmail {
  readonly id: string;
  /** Absolute, with forward slashes. */
  readonly file: string;
  /** Which export of the file it is: `default`, or its name. */
  readonly exportName: string;
}

/** A file of the bundle. */
export interface BrowserFile {
  /** From the root of the export. */
  readonly path: string;
  readonly content: string | Uint8Array;
}

/** What emails are bundled with. */
export interface BrowserBundleOptions {
  readonly root: string;
  readonly emailsDir: string;
  readonly configFile: string | false | undefined;
}

/**
 * Bundles emails with all that renders them, as a module for a browser's worker.
 *
 * @throws {Error} when one of them cannot be bundled
 */
export async function bundleForBrowser(
  emails: readonly BrowserEmail[],
  { root, emailsDir, configFile }: BrowserBundleOptions,
): Promise<readonly BrowserFile[]> {
  const project = await loadProjectConfig(vite, {
    ...{ root, emailsDir, outDir: root, viteConfig: configFile },
    ...{ tsconfig: undefined, types: false },
  });
  const output = await vite.build({
    ...project,
    ...{ root, configFile: false, mode: "production", logLevel: "silent", publicDir: false },
    // Beside the worker, wherever the export lies.
    base: "./",
    resolve: loadingResolution(project.resolve),
    define: { "process.env.NODE_ENV": '"production"', ...project.define },
    oxc: { jsx: reactJsx },
    plugins: [
      workerEntry(emails, emailsDir),
      browserModules(),
      codeBlockApart(),
      ...loadingRules({ root: () => root, emailsDir: () => emailsDir, vite }),
      filesBeside(() => root, vite),
      { ...ownPackage(), applyToEnvironment: () => true },
      ...project.plugins,
    ],
    build: {
      write: false,
      target: "es2022",
      minify: true,
      modulePreload: false,
      reportCompressedSize: false,
      assetsDir: browserFolder,
      assetsInlineLimit: 0,
      rolldownOptions: {
        input: { render: entryId },
        onwarn: () => undefined,
        output: {
          format: "esm",
          entryFileNames: `${browserFolder}/[name].js`,
          chunkFileNames: `${browserFolder}/[hash].js`,
          assetFileNames: `${browserFolder}/[name]-[hash][extname]`,
        },
      },
    },
  });
  return filesOf(output);
}

function filesOf(output: Awaited<ReturnType<typeof vite.build>>): readonly BrowserFile[] {
  const outputs = Array.isArray(output) ? output : [output];
  return outputs.flatMap((one) =>
    "output" in one
      ? one.output.map((file) => ({
          path: file.fileName,
          content: file.type === "chunk" ? file.code : file.source,
        }))
      : [],
  );
}

const entryId = "letterpress-render-worker";

/** The worker's program, with the emails and the package as the project's emails see it. */
function workerEntry(emails: readonly BrowserEmail[], emailsDir: string): vite.Plugin {
  // For a file in `node_modules` no tsconfig.json is read: the nearest may include nothing but emails.
  const id = join(emailsDir, "node_modules/.letterpress/worker.js");
  const list = emails.map(({ id: emailId, file, exportName }) => {
    const load = `import(${JSON.stringify(file)})`;
    const module =
      exportName === "default" ? load : `${load}.then((all) => ({ default: all.${exportName} }))`;
    return `${JSON.stringify(emailId)}: () => ${module}`;
  });
  return {
    name: "letterpress:worker-entry",
    enforce: "pre",
    resolveId: (source) => (source === entryId ? id : undefined),
    load: (loaded) =>
      loaded === id
        ? `
          import { extractPreheader, render } from "letterpress";
          import { startRenderWorker } from ${JSON.stringify(findWorkerSource())};
          globalThis[Symbol.for("letterpress.load-lightningcss")] = () => import("lightningcss");
          startRenderWorker({ letterpress: { extractPreheader, render }, emails: { ${list.join(", ")} } });
        `
        : undefined,
  };
}

/** The program as published, or as its source stands here. */
function findWorkerSource(): string {
  const packageRoot = findPackageRoot();
  const name = "preview/thread/in-browser";
  const source = join(packageRoot, `${name}.ts`);
  return existsSync(source) ? source : join(packageRoot, `dist/${name}.js`);
}
