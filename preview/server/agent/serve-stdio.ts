import { realpathSync } from "node:fs";
import { resolve } from "node:path";
import { createServer } from "vite";
import type { LetterpressApi } from "../letterpress-api.ts";
import { letterpress } from "../letterpress-plugin.ts";

/** Options of {@link serveStdio}. */
export interface StdioOptions {
  /** The project. @default the working directory */
  readonly root?: string | undefined;
  /** Folder of the emails, relative to the root. @default what the Vite config says, else "emails" */
  readonly emailsDir?: string | undefined;
  /** The project's Vite config; `false` for none. @default the project's own */
  readonly configFile?: string | false | undefined;
  /** Port of the inbox. @default 2525, or the next free one */
  readonly smtpPort?: number | undefined;
  /** Told once all is there. */
  readonly onReady?: ((addresses: StdioAddresses) => void) | undefined;
}

/** Where what is served beside the agent is. */
export interface StdioAddresses {
  /** The preview, for a person to look at. */
  readonly url: string | undefined;
  readonly smtpUrl: string | undefined;
}

/**
 * Serves the tools for agents on standard input and output, with a preview and an inbox of its own
 * beside them, until the agent goes.
 *
 * @returns what ends it before
 * @throws {Error} when the preview does not start, or a package is missing
 */
export async function serveStdio(options: StdioOptions = {}): Promise<() => Promise<void>> {
  const { emailsDir, configFile, smtpPort } = options;
  const { createAgentServer, loadMcp } = await import("./create-agent-server.ts");
  const mcp = await loadMcp();
  const { serveStdio: serve } = await import("@modelcontextprotocol/server/stdio");
  const server = await createServer({
    ...{ configFile, root: realpathSync(resolve(options.root ?? process.cwd())) },
    ...{ logLevel: "silent", clearScreen: false },
    letterpress: { emailsDir, smtpPort, base: "/" },
    plugins: [letterpress()],
    server: { port: 0, host: "127.0.0.1", strictPort: false, open: false },
  });
  try {
    await server.listen();
    const api: LetterpressApi | undefined = server.config.plugins.find(
      ({ name }) => name === "letterpress",
    )?.api;
    const sources = api?.agent();
    if (!api || !sources) throw new Error("Cannot serve MCP: the preview did not start");
    const handle = serve(() => createAgentServer(mcp, sources));
    options.onReady?.({ url: server.resolvedUrls?.local[0], smtpUrl: await api.smtpUrl() });
    return async () => {
      await handle.close();
      await server.close();
    };
  } catch (error) {
    await server.close();
    throw error;
  }
}
