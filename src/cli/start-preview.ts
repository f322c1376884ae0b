import { resolve } from "node:path";
import type { InlineConfig, ViteDevServer } from "vite";
import { requirePackages } from "../build/requirements/require-packages.ts";
import type { DevArguments } from "./dev-arguments.ts";

/** A preview that is running. */
export interface RunningPreview {
  /** `http://127.0.0.1:5173/` */
  readonly url: string;
  /**
   * `smtp://127.0.0.1:2525` as soon as the inbox listens, which is a moment after the preview does;
   * `undefined` when it is switched off.
   *
   * @throws {Error} when it cannot listen
   */
  smtpUrl(): Promise<string | undefined>;
  /** Where phones reach the emails: `http://192.168.0.7:40123`; `undefined` when they do not. */
  readonly phoneUrl: string | undefined;
  /** What is to be said of the emails folder; empty when all of it is emails. */
  readonly remarks: readonly string[];
  /** Ends the preview, the inbox and every connection. */
  close(): Promise<void>;
}

/** What the preview's plugin tells; as `LetterpressApi` in preview/server. */
interface PreviewApi {
  smtpUrl(): Promise<string | undefined>;
  remarks(): readonly string[];
  phoneUrl(): string | undefined;
}

/**
 * Starts Vite with the project's own config, if it has one, and the preview in it.
 *
 * @throws {Error} when Vite or React is missing or too old, a port that was asked for is taken, or the config does not load
 */
export async function startPreview(
  root: string,
  {
    port,
    smtpPort,
    emails,
    inboxFolder,
    open,
    config: configFile,
    webhooks,
    outbox,
    phone,
  }: DevArguments,
): Promise<RunningPreview> {
  const emailsDir = resolve(root, emails ?? "emails");
  requirePackages({ action: "start the preview", root, emailsDir });
  const [{ createServer }, { letterpress }] = await Promise.all([
    import("vite"),
    import("letterpress/vite"),
  ]);
  const config: InlineConfig = {
    root,
    ...(configFile === undefined ? {} : { configFile }),
    letterpress: { emailsDir: emails, smtpPort, inboxFolder, webhooks, outbox, phone, base: "/" },
    plugins: [letterpress()],
    logLevel: "warn",
    clearScreen: false,
    server: {
      ...(port === undefined ? {} : { port, strictPort: true }),
      ...(open ? { open } : {}),
    },
  };
  const server = await createServer(config);
  try {
    await listen(server, port);
    return {
      url: urlOf(server),
      smtpUrl: async () => previewApi(server)?.smtpUrl(),
      phoneUrl: previewApi(server)?.phoneUrl(),
      remarks: previewApi(server)?.remarks() ?? [],
      close: () => server.close(),
    };
  } catch (error) {
    await server.close();
    throw error;
  }
}

async function listen(server: ViteDevServer, port: number | undefined): Promise<void> {
  try {
    await server.listen();
  } catch (cause) {
    if (!(cause instanceof Error) || !/already in use/.test(cause.message)) throw cause;
    const taken = port ?? server.config.server.port;
    throw new Error(
      `Cannot start the preview: port ${taken} is in use; stop what listens there, or choose another with --port`,
      { cause },
    );
  }
}

function previewApi(server: ViteDevServer): PreviewApi | undefined {
  return server.config.plugins.find(({ name }) => name === "letterpress")?.api;
}

function urlOf({ resolvedUrls }: ViteDevServer): string {
  const url = resolvedUrls?.local[0];
  if (url === undefined) throw new Error("Cannot start the preview: Vite tells no address");
  return url;
}
