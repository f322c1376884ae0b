import { DevEnvironment, type EnvironmentOptions, type Plugin, type ViteDevServer } from "vite";
import { ownEntryUrl } from "../../thread/load/own-entry-url.ts";

/** Name of the Vite environment that emails are loaded in. */
export const emailEnvironmentName = "emails";

/**
 * The environment that emails are loaded in: it gives modules to the emails' thread, which runs
 * them, without hot replacement. What must be run anew after a change is told by the email graph;
 * Vite's own answer, a full reload, would run every email again.
 */
export function emailEnvironmentOptions(): EnvironmentOptions {
  return {
    consumer: "server",
    optimizeDeps: { noDiscovery: true },
    // What is left to Node, a plugin decides: by the rules that a build has.
    resolve: { noExternal: true },
    dev: {
      createEnvironment: (name, config) =>
        // Modules go to a thread of this process, which may read any file as the process may.
        new DevEnvironment(name, config, { hot: false, transport: { skipFsCheck: true } }),
    },
  };
}

/** The email environment of a dev server. */
export function emailEnvironmentOf(server: ViteDevServer): DevEnvironment {
  const environment = server.environments[emailEnvironmentName];
  if (!environment) {
    throw new Error(
      `Cannot start the preview: Vite has no environment "${emailEnvironmentName}"; let no other plugin take it away`,
    );
  }
  return environment;
}

/**
 * Gives the entry of {@link ownEntryUrl}: a line that stands in no file, imported as if from the
 * emails folder, so that path aliases and the project's own copy are honoured and the email and
 * its renderer share one React.
 */
export function ownEntries(emailsDir: () => string): Plugin {
  const isEntry = (id: string) => id === ownEntryUrl(emailsDir());
  return {
    name: "letterpress:own-entries",
    enforce: "pre",
    applyToEnvironment: (environment) => environment.name === emailEnvironmentName,
    resolveId: (id) => (isEntry(id) ? id : undefined),
    load: (id) => (isEntry(id) ? `export * from "letterpress";\n` : undefined),
    // Nothing is pushed to a browser from here, and nothing is logged as if it were.
    hotUpdate: () => [],
  };
}
