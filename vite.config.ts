import { defineConfig } from "vitest/config";
import { letterpress } from "./preview/plugin/index.ts";

const alias = {
  resolve: { tsconfigPaths: true },
};

/** What `vite build` makes: the preview's app. The package has it in `dist/app`. */
const app = {
  root: "preview",
  build: {
    outDir: "../dist/app",
    emptyOutDir: true,
    assetsDir: "_letterpress",
    // Libraries mark their files for React's server components; a bundle for the browser needs no mark.
    rolldownOptions: { checks: { moduleLevelDirective: false } },
  },
};

export default defineConfig(({ command }) => ({
  ...alias,
  ...(command === "build" ? app : {}),
  plugins: [letterpress()],
  test: {
    projects: [
      {
        ...alias,
        test: {
          name: "unit",
          include: ["test/**/*.test.{ts,tsx}"],
          exclude: [
            ...["test/e2e/**", "test/bench/**", "test/consumer/**"],
            ...["test/preview/plugin/**", "test/cli/**"],
          ],
        },
      },
      {
        ...alias,
        test: {
          name: "preview",
          include: ["test/{preview/plugin,cli}/**/*.test.ts"],
          globalSetup: "test/preview/plugin/build-app.setup.ts",
          testTimeout: 60_000,
        },
      },
      {
        ...alias,
        test: {
          name: "e2e",
          include: ["test/{e2e,consumer}/**/*.test.ts"],
          globalSetup: "test/e2e/browser.setup.ts",
          testTimeout: 60_000,
          hookTimeout: 60_000,
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
