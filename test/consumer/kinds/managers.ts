import { mkdir } from "node:fs/promises";
import { join } from "node:path";
import type { Kit } from "../kit.ts";
import { run } from "../run.ts";

const dependencies = ["react", "react-dom"];
const devDependencies = ["@react-email/components", "vite@8"];

/** The package installed by others than npm: strict folders, and no folders at all. */
export async function managers(kit: Kit): Promise<void> {
  const tools = await kit.makeApp("managers");
  await run("npm", ["install", "pnpm@10", "yarn@1", "@yarnpkg/cli-dist@4"], tools);
  const tool = (path: string) => join(tools, "node_modules", path);
  const registry = (await run("npm", ["config", "get", "registry"], tools)).stdout.trim();
  const host = new URL(registry).hostname;
  const env = {
    npm_config_registry: registry,
    YARN_NPM_REGISTRY_SERVER: registry.replace(/\/$/, ""),
    YARN_UNSAFE_HTTP_WHITELIST: host,
    YARN_ENABLE_TELEMETRY: "0",
    YARN_ENABLE_IMMUTABLE_INSTALLS: "false",
    YARN_ENABLE_GLOBAL_CACHE: "false",
  };

  async function attempt(
    name: string,
    script: string,
    { add, dev, node, files }: ManagerCommands,
  ): Promise<void> {
    await kit.check(`${name}: installs, builds, exports and sends`, async () => {
      const app = await kit.makeApp(name.replaceAll(" ", "-"), files);
      await mkdir(join(app, ".yarn"), { recursive: true });
      const manager = (args: readonly string[]) =>
        run(process.execPath, [script, ...args], app, env);
      await manager([...add, `letterpress@file:${kit.tarball}`, ...dependencies]);
      await manager([...add, dev, ...devDependencies]);
      await manager([...node, "letterpress", "build"]);
      await manager([...node, "letterpress", "export"]);
      const program = name.endsWith("PnP") ? [script, "node", "send.js"] : ["send.js"];
      Object.assign(process.env, env);
      await kit.sends(process.execPath, program, app);
    });
  }

  await attempt("pnpm", tool("pnpm/bin/pnpm.cjs"), {
    add: ["add"],
    dev: "--save-dev",
    node: ["exec"],
  });
  await attempt("Yarn classic", tool("yarn/bin/yarn.js"), {
    add: ["add"],
    dev: "--dev",
    node: ["run", "--silent"],
  });
  for (const [name, linker] of [
    ["Yarn with node_modules", "node-modules"],
    ["Yarn PnP", "pnp"],
  ] as const) {
    await attempt(name, tool("@yarnpkg/cli-dist/bin/yarn.js"), {
      add: ["add"],
      dev: "--dev",
      node: ["run"],
      // An empty lock file marks a project of its own, whatever stands above it.
      files: { ".yarnrc.yml": `nodeLinker: ${linker}\n`, "yarn.lock": "" },
    });
  }
}

interface ManagerCommands {
  readonly add: readonly string[];
  readonly dev: string;
  readonly node: readonly string[];
  readonly files?: Readonly<Record<string, string>>;
}
