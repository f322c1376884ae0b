import { join } from "node:path";
import type { Plugin, ResolvedConfig } from "vite";
import { requirePackages } from "../../src/build/requirements/require-packages.ts";
import { asBuilt } from "./emails/as-built.ts";
import { commonJs } from "./emails/common-js.ts";
import { isCyclicLink } from "./emails/cyclic-link.ts";
import { ownEntries } from "./emails/email-environment.ts";
import { nodePackages } from "./emails/node-packages.ts";
import { ownPackage } from "./emails/own-package.ts";
import { ownSource } from "./emails/own-source.ts";
import { readProjectEnvironment } from "./emails/project-environment.ts";
import { reactEmailCopies } from "./emails/react-email-copies.ts";
import { reactEmailPackages } from "./emails/react-email-packages.ts";
import { headlessTimeoutMs } from "./export/start-headless.ts";
import { ownFolder } from "./inbox/inbox-folder.ts";
import { isForPreview } from "./is-for-preview.ts";
import type { LetterpressApi } from "./letterpress-api.ts";
import type { LetterpressOptions, ResolvedOptions } from "./options.ts";
import { resolveOptions } from "./options.ts";
import { findPackageRoot } from "./package-root.ts";
import { guestConfig, previewConfig, refuseOpenHost } from "./preview-config.ts";
import { elementPlaces } from "./reading/element-places.ts";
import { servePreview } from "./serve-preview.ts";
import type { ServedPreview } from "./served-preview.ts";
import { type EmailThread, startEmailThread } from "./thread/email-thread.ts";
import { findThreadProgram } from "./thread/thread-program.ts";

declare module "vite" {
  interface UserConfig {
    /** Options of the Letterpress preview; they win over those passed to its plugin. */
    readonly letterpress?: LetterpressOptions | undefined;
  }
}

const pluginName = "letterpress";

/**
 * The preview as a Vite plugin: it finds the emails of a project, renders them through Vite, and
 * serves the preview's app with an inbox beside it. Active in `vite` and `letterpress dev` only: a
 * build or vitest does not notice it.
 *
 * In an app's own Vite config it stands below `/__letterpress` and leaves the rest of the server to
 * the app; see the option `base`. `letterpress dev` gives it a server of its own, at `/`.
 *
 * @example
 * import { letterpress } from "letterpress/vite";
 *
 * export default defineConfig({ plugins: [letterpress({ emailsDir: "emails" })] });
 */
export function letterpress(passed: LetterpressOptions = {}): Plugin[] {
  let options: ResolvedOptions | undefined;
  let root = "";
  /** A restart of Vite serves the next before it closes the one before. */
  const previews: ServedPreview[] = [];
  /** Started before the server is there, so that both come up side by side. */
  let started: EmailThread | undefined;
  let watching = false;
  const copies = reactEmailCopies(() => root);

  const isIgnored = (path: string) => {
    if (!watching || isKeptMail(path)) return true;
    if (!options) return false;
    return path.startsWith(`${options.emailsDir}/`) && isCyclicLink(path);
  };

  const isKeptMail = (path: string) =>
    path === `${root}/${ownFolder}` || path.startsWith(`${root}/${ownFolder}/`);

  const main: Plugin<LetterpressApi> = {
    name: pluginName,
    apply: isForPreview,
    api: {
      smtpUrl: async () => (await previews.at(-1)?.inbox())?.smtpUrl,
      routes: () => previews.at(-1)?.routes ?? [],
      folders: async () => previews.at(-1)?.folders(),
      remarks: () => previews.at(-1)?.remarks() ?? [],
      phoneUrl: () => previews.at(-1)?.phoneUrl,
      checks: () => previews.at(-1)?.checks,
      renders: () => previews.at(-1)?.renders,
      agent: () => previews.at(-1)?.agent,
      found: () => previews.at(-1)?.found(),
    },
    config(config) {
      const { base } = resolveOptions(config.root ?? "", passed, config.letterpress);
      // An app's own files are watched from the first.
      watching = base !== "/";
      return base === "/" ? previewConfig(config, isIgnored) : guestConfig(config, isIgnored);
    },
    configResolved(config) {
      root = config.root;
      options = resolveOptions(config.root, passed, letterpressKeyOf(config));
      requirePackages({ action: "start the preview", root: config.root, ...options });
      // On the server of an app, which others may reach, the preview refuses them by their address.
      if (options.base === "/") refuseOpenHost(config);
      void started?.close();
      // The command line adds the plugin to every project; one that has it already keeps its own.
      started = findLetterpress(config) === main ? startThread(config, options) : undefined;
    },
    async configureServer(server) {
      const thread = started;
      started = undefined;
      watching ||= thread === undefined;
      if (!options || !thread) return;
      const watchFolders = () => {
        watching = true;
      };
      try {
        previews.push(await servePreview(server, options, thread, watchFolders, another));
      } catch (error) {
        await thread.close();
        throw error;
      }
    },
    closeServer: async ({ reason }) => previews.shift()?.close(reason),
  };
  return [
    main,
    { ...ownEntries(() => options?.emailsDir ?? ""), apply: isForPreview },
    { ...nodePackages(() => options?.emailsDir ?? "", copies), apply: isForPreview },
    { ...commonJs(), apply: isForPreview },
    { ...ownPackage(), apply: isForPreview },
    { ...ownSource(findPackageRoot), apply: isForPreview },
    { ...reactEmailPackages(copies), apply: isForPreview },
    { ...elementPlaces(() => options?.emailsDir ?? ""), apply: isForPreview },
    ...asBuilt(
      () => root,
      () => options?.emailsDir ?? "",
    ).map((plugin) => ({
      ...plugin,
      apply: isForPreview,
    })),
  ];
}

function startThread(
  config: ResolvedConfig,
  { emailsDir, renderTimeoutMs }: ResolvedOptions,
): EmailThread {
  const packageRoot = findPackageRoot();
  const environment = readProjectEnvironment(config);
  const settings = {
    ...{ root: config.root, packageRoot, emailsDir },
    ...{ staticDir: join(emailsDir, "static"), timeoutMs: renderTimeoutMs },
    // An image that an email imports has an address below the root.
    publicDir: [config.publicDir || join(config.root, "public"), config.root],
  };
  return startEmailThread(findThreadProgram(packageRoot), settings, environment);
}

/** A preview of the same project as it was. Its config may name other options. */
function another(): Plugin[] {
  return letterpress({ renderTimeoutMs: headlessTimeoutMs });
}

/** The plugin that serves the preview, or `undefined` when the config has none. */
function findLetterpress(config: ResolvedConfig): Plugin | undefined {
  return config.plugins.find(({ name }) => name === pluginName);
}

/** Vite keeps what it does not know of a config, but its type does not tell. */
function letterpressKeyOf(config: ResolvedConfig): LetterpressOptions | undefined {
  return (config as { readonly letterpress?: LetterpressOptions }).letterpress;
}
