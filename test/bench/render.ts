/**
 * Times `render` against `@react-email/render`. Measured in plain Node on compiled code: the loader
 * that runs TypeScript would charge the other side for each of its `import()`.
 */
import { spawnSync } from "node:child_process";
import { join } from "node:path";
import { buildSync } from "esbuild";

const root = join(import.meta.dirname, "../..");
const outfile = join(root, "node_modules/.cache/letterpress/bench-render.mjs");
buildSync({
  entryPoints: [join(import.meta.dirname, "render/measure.tsx")],
  outfile,
  bundle: true,
  packages: "external",
  platform: "node",
  format: "esm",
  jsx: "automatic",
  alias: { letterpress: join(root, "src/index.ts") },
  logLevel: "error",
});
const { status } = spawnSync(process.execPath, [outfile], {
  stdio: "inherit",
  env: { ...process.env, NODE_ENV: "production" },
});
process.exit(status ?? 1);
