import { defineConfig } from "vitest/config";

const alias = {
  resolve: { tsconfigPaths: true },
};

export default defineConfig({
  ...alias,
  test: {
    projects: [
      {
        ...alias,
        test: {
          name: "unit",
          include: ["test/**/*.test.{ts,tsx}"],
          exclude: ["test/e2e/**", "test/bench/**", "test/consumer/**"],
        },
      },
      {
        ...alias,
        test: {
          name: "e2e",
          include: ["test/{e2e,consumer}/**/*.test.ts"],
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
});
