import { join } from "node:path";
import {
  createRunnableDevEnvironment,
  type EnvironmentOptions,
  isRunnableDevEnvironment,
  normalizePath,
  type Plugin,
  type RunnableDevEnvironment,
  type ViteDevServer,
} from "vite";
import { createEmailRunner } from "./email-runner.ts";

/** Name of the Vite environment that emails are loaded in. */
export const emailEnvironmentName = "emails";

/**
 * The environment that emails are loaded in: Node's module runner without hot replacement.
 * What must be run anew after a change is told by the email graph; Vite's own answer, a full
 * reload, would run every email again.
 */
export function emailEnvironmentOptions(): EnvironmentOptions {
  return {
    consumer: "server",
    optimizeDeps: { noDiscovery: true },
    dev: {
      createEnvironment: (name, config) =>
        createRunnableDevEnvironment(name, config, { hot: false, runner: createEmailRunner }),
    },
  };
}

/** The running email environment of a dev server. */
export function emailEnvironmentOf(server: ViteDevServer): RunnableDevEnvironment {
  const environment = server.environments[emailEnvironmentName];
  if (!environment || !isRunnableDevEnvironment(environment)) {
    throw new Error(
      `Cannot start the preview: Vite's environment "${emailEnvironmentName}" cannot run modules; let no other plugin replace it`,
    );
  }
  return environment;
}

/** Entry points of this package that are loaded as an email of the project would load them. */
export type OwnEntry = "letterpress" | "letterpress/inbox";

const ownEntryNames: readonly OwnEntry[] = ["letterpress", "letterpress/inbox"];

/** What to give the module runner to load one of {@link OwnEntry} as the project's emails would. */
export function ownEntryUrl(emailsDir: string, entry: OwnEntry): string {
  return normalizePath(join(emailsDir, `.${entry.replace("/", "-")}.entry.ts`));
}

/**
 * Gives the entries of {@link ownEntryUrl}: a line that stands in no file, imported as if from the
 * emails folder, so that path aliases and the project's own copy are honoured and the email and
 * its renderer share one React.
 */
export function ownEntries(emailsDir: () => string): Plugin {
  const entryOf = (id: string) =>
    ownEntryNames.find((entry) => ownEntryUrl(emailsDir(), entry) === id);
  return {
    name: "letterpress:own-entries",
    enforce: "pre",
    applyToEnvironment: (environment) => environment.name === emailEnvironmentName,
    resolveId: (id) => (entryOf(id) ? id : undefined),
    load(id) {
      const entry = entryOf(id);
      return entry && `export * from "${entry}";\n`;
    },
    // Nothing is pushed to a browser from here, and nothing is logged as if it were.
    hotUpdate: () => [],
  };
}
