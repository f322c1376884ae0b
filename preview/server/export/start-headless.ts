import { createServer, type Plugin } from "vite";
import type { FoundEmails } from "../../../src/build/find-emails.ts";
import type { CheckOptions } from "../../../src/check/options.ts";
import type { ServerEvent } from "../../protocol/index.ts";
import type { CheckService } from "../checks/check-service.ts";
import type { LetterpressApi } from "../letterpress-api.ts";
import { readMailEnvironment } from "../send/mail-environment.ts";
import type { RenderService } from "../views/render-service.ts";

/** A preview without anyone to look at it: it answers as the live one does. */
export interface HeadlessPreview {
  /** The answer to a GET. @throws {Error} with what the preview answered instead */
  json<T>(path: string): Promise<T>;
  /** What checks the emails. */
  readonly checks: CheckService;
  /** What renders them. */
  readonly renders: RenderService;
  /** What a sender reads of the environment and the project's `.env` files. */
  readonly mailEnvironment: Readonly<Record<string, string>>;
  /** Folder of the built app. @throws {Error} when it cannot be built */
  appDir(): Promise<string>;
  /** Folder of the emails; absolute. */
  readonly emailsDir: string;
  /** What the folder holds now. */
  readonly found: FoundEmails;
  /** What the preview tells its pages; ends with the preview, or when it begins anew. */
  events(): Promise<AsyncGenerator<ServerEvent>>;
  /** What is to be said of the emails folder. */
  readonly remarks: readonly string[];
  close(): Promise<void>;
}

/** What the preview is started with. */
export interface HeadlessOptions {
  readonly root: string;
  readonly emailsDir: string | undefined;
  /** The project's Vite config; `false` for none. */
  readonly configFile: string | false | undefined;
  readonly renderTimeoutMs: number | undefined;
  readonly checks?: CheckOptions | undefined;
  /** Whether files are watched, so that a saved one counts. @default false */
  readonly watches?: boolean | undefined;
}

/** How long an email may render where no one waits in front of it, unless the project says otherwise, ms. */
export const headlessTimeoutMs = 30_000;

/** Starts a {@link HeadlessPreview}. */
export type StartHeadless = (options: HeadlessOptions) => Promise<HeadlessPreview>;

/**
 * Starts the preview of a project: no inbox, no watcher, on a free port of loopback.
 *
 * @param plugins the preview itself: it is handed in, since a preview that runs starts others too
 */
export async function startHeadlessBy(
  plugins: Plugin[],
  {
    root,
    emailsDir,
    configFile,
    renderTimeoutMs,
    checks: checkOptions,
    watches = false,
  }: HeadlessOptions,
): Promise<HeadlessPreview> {
  const server = await createServer({
    ...{ root, configFile, logLevel: "error", clearScreen: false },
    letterpress: {
      ...{ emailsDir, renderTimeoutMs, inbox: false, base: "/" },
      checks: checkOptions,
    },
    plugins: [plugins],
    server: {
      port: 0,
      host: "127.0.0.1",
      strictPort: false,
      open: false,
      ...(watches ? {} : { watch: null }),
    },
  });
  try {
    await server.listen();
    const api: LetterpressApi | undefined = server.config.plugins.find(
      ({ name }) => name === "letterpress",
    )?.api;
    const url = server.resolvedUrls?.local[0]?.replace(/\/$/, "");
    const found = api?.found();
    const checks = api?.checks();
    const renders = api?.renders();
    if (!api || !found || !url || !checks || !renders)
      throw new Error("Cannot export: the preview did not start");
    return {
      ...{ checks, renders, emailsDir: found.folder, remarks: api.remarks() },
      get found() {
        return api.found() ?? found;
      },
      mailEnvironment: readMailEnvironment(server.config),
      async appDir() {
        const folders = await api.folders();
        if (!folders) throw new Error("Cannot export: the preview was closed");
        return folders.appDir;
      },
      json: (path) => ask(url + path),
      events: () => openEvents(`${url}/api/events`),
      close: () => server.close(),
    };
  } catch (error) {
    await server.close();
    throw error;
  }
}

/** What happens from now on is in it, whenever it is read. */
async function openEvents(url: string): Promise<AsyncGenerator<ServerEvent>> {
  const { body } = await fetch(url);
  // Read from now on: Node ends the stream of an answer that nothing refers to and no one reads yet.
  return readEvents(body?.pipeThrough(new TextDecoderStream()) ?? []);
}

async function* readEvents(
  chunks: AsyncIterable<string> | readonly string[],
): AsyncGenerator<ServerEvent> {
  let text = "";
  // A stream that breaks has ended.
  try {
    for await (const chunk of chunks) {
      const lines = (text + chunk).split("\n");
      text = lines.pop() ?? "";
      for (const line of lines) {
        if (line.startsWith("data: ")) yield JSON.parse(line.slice(6)) as ServerEvent;
      }
    }
  } catch (error) {
    if (!(error instanceof TypeError)) throw error;
  }
}

async function ask<T>(url: string): Promise<T> {
  const response = await fetch(url);
  const answer = (await response.json()) as T & { readonly error?: string };
  if (!response.ok) throw new Error(answer.error ?? `The preview answered ${response.status}`);
  return answer;
}
