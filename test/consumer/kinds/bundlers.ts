import { rename } from "node:fs/promises";
import { join } from "node:path";
import { type Kit, withoutTopLevelAwait } from "../kit.ts";
import { run } from "../run.ts";

/** Tells whether style sheets were lowered, for which lightningcss must have been found. */
const lowering = `
import { createElement as h } from "react";
import { renderElement } from "letterpress";
const style = h("style", null, ".a{color:rgb(0 0 0 / 50%)}");
renderElement(h("html", null, h("head", null, style), h("body", null, "x"))).then(({ html }) =>
  console.log(html.includes("0 0 0") ? "style sheets as they were" : "style sheets lowered"));
`;

const rollupConfig = `
import commonjs from "@rollup/plugin-commonjs";
import json from "@rollup/plugin-json";
import { nodeResolve } from "@rollup/plugin-node-resolve";
export default [["es", "mjs"], ["cjs", "cjs"]].map(([format, ending]) => ({
  input: "app.js",
  output: { file: "out/rollup." + ending, format, inlineDynamicImports: true },
  plugins: [nodeResolve({ preferBuiltins: true }), commonjs(), json()],
}));
`;

const packages = [
  ...["react", "react-dom", "@react-email/components", "vite@8", "esbuild", "webpack"],
  ...["webpack-cli", "rollup", "@rollup/plugin-commonjs", "@rollup/plugin-json"],
  ...["@rollup/plugin-node-resolve", "tsdown", "bun"],
];

/** The sender in one file, by each bundler as it comes, without and with what an app may lack. */
export async function bundlers(kit: Kit): Promise<void> {
  const app = await kit.makeApp("bundlers", {
    "app.js": `${lowering}${withoutTopLevelAwait(kit.readme.program)}`,
    "rollup.config.js": rollupConfig,
  });
  await kit.install(app, ...packages);
  await run("npx", ["letterpress", "build"], app);
  // Vite brings it for the build; production, which has no Vite, would lack it.
  await rename(join(app, "node_modules/lightningcss"), join(app, "lightningcss"));
  const esbuild = ["esbuild", "app.js", "--bundle", "--minify", "--platform=node"];
  const webpack = ["webpack", "--mode", "production", "--target", "node", "--entry", "./app.js"];
  const bun = ["build", "app.js", "--target", "node", "--minify"];
  const commands: readonly (readonly [string, readonly string[], readonly string[]])[] = [
    ["npx", [...esbuild, "--format=esm", "--outfile=out/esbuild.mjs"], ["esbuild.mjs"]],
    ["npx", [...esbuild, "--format=cjs", "--outfile=out/esbuild.cjs"], ["esbuild.cjs"]],
    ["npx", [...webpack, "-o", "out", "--output-filename", "webpack.cjs"], ["webpack.cjs"]],
    ["npx", ["rollup", "-c"], ["rollup.mjs", "rollup.cjs"]],
    [findBun(app), [...bun, "--outfile", "out/bun.mjs"], ["bun.mjs"]],
    [findBun(app), [...bun, "--format", "cjs", "--outfile", "out/bun.cjs"], ["bun.cjs"]],
    [
      "npx",
      ["tsdown", "app.js", "--format", "esm", "--format", "cjs", "--out-dir", "out", "--no-clean"],
      ["app.mjs", "app.cjs"],
    ],
  ];
  const made: string[] = [];
  for (const [command, args, outputs] of commands) {
    await kit.check(`${args[0] === "build" ? "bun build" : args[0]} → ${outputs}`, async () => {
      await run(command, args, app);
      for (const file of outputs) {
        const printed = await kit.sends(process.execPath, [join("out", file)], app);
        expectLowered(printed, false);
        made.push(file);
      }
    });
  }
  await rename(join(app, "lightningcss"), join(app, "node_modules/lightningcss"));
  await kit.check("bundles find lightningcss once it is installed", async () => {
    for (const file of made) {
      expectLowered(await kit.sends(process.execPath, [join("out", file)], app), true);
    }
  });
}

/** Bun's program, started without the script that would look for it. */
function findBun(app: string): string {
  return join(app, "node_modules/bun/bin/bun.exe");
}

function expectLowered(printed: string, isLowered: boolean): void {
  if (printed.includes("style sheets lowered") !== isLowered) {
    throw new Error(`Expected style sheets ${isLowered ? "" : "not "}to be lowered:\n${printed}`);
  }
}
