import { isBuiltin } from "node:module";
import { availableParallelism } from "node:os";
import { defineConfig } from "vitest/config";
import packageJson from "./package.json" with { type: "json" };
import { trimClientSupport } from "./preview/app/frame/clients/trim-client-support.ts";
import { letterpress } from "./preview/server/index.ts";
import { readMigrations } from "./src/outbox/database/migration-files.ts";

const alias = {
  resolve: { tsconfigPaths: true },
};

/**
 * A test ends when what it waits for has come. Only one that hangs gets here, however busy the
 * machine.
 */
const patience = {
  ...{ testTimeout: 180_000, hookTimeout: 180_000 },
  expect: { poll: { timeout: 30_000, interval: 20 } },
};

/**
 * No module of ours has a state that one file could leave behind for another, and loading them anew
 * for each file takes longer than most files do.
 */
const inOneModuleGraph = { isolate: false, ...patience };

/** Test files that take long: `npm test` has eight minutes. */
const long = "test/**/*.long.test.ts";

/** What `vite build` makes: the preview's app. The package has it in `dist/app`. */
const app = {
  root: "preview",
  // An export may lie in any folder of a host.
  base: "./",
  build: {
    outDir: "../dist/app",
    emptyOutDir: true,
    assetsDir: "_letterpress",
    // Most licences ask for their words to come along. With the assets, an export has them too.
    license: { fileName: "_letterpress/licenses.md" },
    // Libraries mark their files for React's server components; a bundle for the browser needs no mark.
    rolldownOptions: { checks: { moduleLevelDirective: false } },
  },
};

/** What stays an import in the library: what an app has anyway, and esbuild, which only our sources use. */
const imported = Object.keys({
  ...packageJson.dependencies,
  ...packageJson.peerDependencies,
  ...packageJson.peerDependenciesMeta,
  ...{ letterpress: "", esbuild: "" },
});

/**
 * The SQL files of the outbox: within its code, so that an app may be bundled, and beside it, to be
 * read.
 */
const outboxSql = {
  name: "letterpress:outbox-sql",
  load: (id: string) =>
    id.endsWith("/src/outbox/database/migration-files.ts")
      ? `export const readMigrations = () => ${JSON.stringify(readMigrations())};`
      : undefined,
  generateBundle(this: { emitFile(file: object): unknown }) {
    for (const { name, sql } of readMigrations()) {
      this.emitFile({ type: "asset", fileName: `src/outbox/sql/${name}`, source: sql });
    }
  },
};

/**
 * What `vite build --mode library` makes: each entry point of the package as few files. A process
 * that starts cold spends most of its time on opening files.
 *
 * What serves the preview, the inbox and the build only is compiled in, so that an app that sends
 * installs none of it.
 */
const library = {
  ssr: { noExternal: true as const },
  build: {
    ssr: true,
    target: "node20",
    outDir: "dist",
    emptyOutDir: false,
    minify: false,
    license: { fileName: "licenses.md" },
    rolldownOptions: {
      input: Object.fromEntries(
        [
          "src/index",
          "src/build/tailwind/compiler",
          "src/inbox/index",
          "src/outbox/index",
          "src/check/index",
          "src/testing/index",
          "src/webhook/index",
          "src/cli/index",
          "src/inbox/reading/worker",
          "preview/server/index",
          "preview/thread/index",
          "preview/thread/in-browser",
        ].map((name) => [name, `${name}.ts`]),
      ),
      external: (id: string) =>
        isBuiltin(id) || imported.some((name) => id === name || id.startsWith(`${name}/`)),
      output: { entryFileNames: "[name].js", chunkFileNames: "src/chunks/[name]-[hash].js" },
    },
  },
};

/** Where `tsc` writes declarations, of which the package has what its entry points lead to. */
const written = "node_modules/.cache/letterpress/declarations";

/**
 * What `vite build --mode declarations` makes of the declarations that the compiler wrote: a file for
 * each entry point, and one for what several share. The compiler writes one for each module.
 */
const declarations = {
  // Vite would take the types out of TypeScript.
  oxc: false as const,
  build: {
    ssr: true,
    outDir: "dist",
    emptyOutDir: false,
    minify: false,
    rolldownOptions: {
      input: Object.fromEntries(
        Object.values(packageJson.exports)
          .flatMap((entry) => (typeof entry === "string" ? [] : [entry.types]))
          .map((file) => [
            file.slice("./dist/".length, -".ts".length),
            `${written}/${file.slice(7)}`,
          ]),
      ),
      external: (id: string) => !/^[./]/.test(id),
      experimental: { attachDebugInfo: "none" },
      output: {
        ...{ entryFileNames: "[name].ts", chunkFileNames: "src/types/[name].d.ts" },
        minifyInternalExports: false,
      },
    },
  },
};

/** What `vite build` makes by mode: without one, the app. */
const builds: Readonly<Record<string, object>> = { library, declarations };

export default defineConfig(({ command, mode }) => ({
  ...(mode in builds ? {} : alias),
  ...(command === "build" ? (builds[mode] ?? app) : {}),
  plugins:
    command === "build" && mode === "declarations"
      ? [import("rolldown-plugin-dts").then(({ dts }) => dts({ dtsInput: true, tsconfig: false }))]
      : [
          ...[letterpress({ base: "/" }), trimClientSupport()],
          ...(command === "build" && mode === "library" ? [outboxSql] : []),
        ],
  test: {
    // Vitest's own choice leaves one core idle: on two cores, half of them.
    maxWorkers: availableParallelism(),
    projects: [
      {
        ...alias,
        test: {
          name: "unit",
          include: ["test/**/*.test.{ts,tsx}"],
          exclude: [
            ...["test/e2e/**", "test/bench/**", "test/consumer/**", long],
            ...["test/preview/server/**", "test/cli/**"],
            ...["test/build/**", "test/drop-in/**", "test/outbox/**"],
          ],
          ...inOneModuleGraph,
        },
      },
      {
        ...alias,
        test: {
          name: "build",
          include: ["test/{build,drop-in}/**/*.test.ts"],
          exclude: [long],
          globalSetup: "test/build/package.setup.ts",
          ...inOneModuleGraph,
        },
      },
      {
        ...alias,
        test: {
          name: "outbox",
          include: ["test/outbox/**/*.test.{ts,tsx}"],
          globalSetup: "test/outbox/postgres.setup.ts",
          ...inOneModuleGraph,
        },
      },
      {
        ...alias,
        test: {
          name: "preview",
          include: ["test/{preview/server,cli}/**/*.test.ts"],
          exclude: [long],
          globalSetup: "test/preview/server/build-app.setup.ts",
          ...inOneModuleGraph,
        },
      },
      {
        ...alias,
        test: {
          name: "e2e",
          include: ["test/{e2e,consumer}/**/*.test.ts"],
          exclude: [long],
          globalSetup: "test/e2e/browser.setup.ts",
          ...inOneModuleGraph,
        },
      },
      {
        // Minutes of work: `npm run test-long`, and no part of `npm test`.
        ...alias,
        test: {
          name: "long",
          include: [long],
          globalSetup: ["test/e2e/browser.setup.ts", "test/build/package.setup.ts"],
          ...patience,
        },
      },
      {
        // Minutes of work: `npm run bench-once`, and no part of `npm test`.
        ...alias,
        test: {
          name: "bench",
          include: ["test/bench/**/*.test.ts"],
          globalSetup: "test/e2e/browser.setup.ts",
          ...patience,
        },
      },
      {
        ...alias,
        test: {
          name: "types",
          include: [],
          typecheck: { enabled: true, only: true, include: ["test/types/**/*.test-d.{ts,tsx}"] },
        },
      },
    ],
  },
}));
