import { existsSync } from "node:fs";
import { join } from "node:path";
import type { ResolvedConfig, UserConfig } from "vite";
import { loadingResolution } from "../../src/build/loading/loading-rules.ts";
import { isLoopbackName } from "../../src/inbox/http/loopback.ts";
import { emailEnvironmentName, emailEnvironmentOptions } from "./emails/email-environment.ts";

/**
 * What the preview needs of Vite on a server of its own, where the project does not say otherwise.
 *
 * @param isIgnored whether the watcher is to leave a path out
 */
export function previewConfig(
  config: UserConfig,
  isIgnored: (path: string) => boolean,
): UserConfig {
  // A project whose root has a page of its own may need what the preview alone does not.
  const ownPage = existsSync(join(config.root ?? process.cwd(), "index.html"));
  const standalone: UserConfig = {
    // The app comes built: nothing to optimise, and no socket for hot replacement.
    optimizeDeps: { noDiscovery: true },
    server: { ws: false },
  };
  return {
    ...(ownPage ? {} : standalone),
    server: {
      ...(ownPage ? {} : standalone.server),
      host: config.server?.host ?? "127.0.0.1",
      cors: config.server?.cors ?? false,
      watch: config.server?.watch === null ? null : { ignored: [isIgnored] },
    },
    resolve: { ...loadingResolution(), tsconfigPaths: config.resolve?.tsconfigPaths ?? true },
    oxc: config.oxc === undefined ? { jsx: { runtime: "automatic" } } : {},
    environments: { [emailEnvironmentName]: emailEnvironmentOptions() },
  };
}

/**
 * What the preview needs of Vite on the server of an app, whose own settings stay as they are.
 *
 * @param isIgnored whether the watcher is to leave a path out
 */
export function guestConfig(config: UserConfig, isIgnored: (path: string) => boolean): UserConfig {
  const resolve = loadingResolution();
  return {
    environments: { [emailEnvironmentName]: { ...emailEnvironmentOptions(), resolve } },
    ...(config.server?.watch === null ? {} : { server: { watch: { ignored: [isIgnored] } } }),
  };
}

/** @throws {Error} when the server would be reached from other machines */
export function refuseOpenHost({ server: { host } }: ResolvedConfig): void {
  if (typeof host === "string" && isLoopbackName(host)) return;
  if (host === undefined || host === false) return;
  const shown = host === true ? "all addresses" : `"${host}"`;
  throw new Error(
    `Cannot start the preview: server.host is ${shown}; the preview runs the project's code and serves loopback only, so leave the host out, or make it "127.0.0.1" or "localhost"`,
  );
}
