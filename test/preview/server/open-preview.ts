import { once } from "node:events";
import { basename, dirname } from "node:path";
import { type LetterpressOptions, letterpress } from "letterpress/vite";
import { createServer, type Plugin, type ViteDevServer } from "vite";
import { onTestFinished, vi } from "vitest";
import type {
  ApiError,
  EmailList,
  EmailView,
  ServerEvent,
} from "../../../preview/protocol/index.ts";
import { createProject, type TestProject } from "./test-project.ts";

/** A preview that serves a project made for a test. Both go when the test ends. */
export interface TestPreview extends TestProject {
  readonly server: ViteDevServer;
  readonly url: string;
  request(path: string, init?: RequestInit): Promise<Response>;
  json<T>(path: string, init?: RequestInit): Promise<T & ApiError>;
  /** Waits until changes of these files will be noticed. */
  isWatched(paths: readonly string[]): Promise<void>;
  ids(): Promise<readonly string[]>;
  view(id: string, variant?: string): Promise<EmailView>;
  /** HTML of an email that has to render, without the marks that React leaves between texts. */
  html(id: string, variant?: string): Promise<string>;
  /** Begins to listen now. */
  events(): Promise<TestEvents>;
}

/** What the server told since {@link TestPreview.events} was called. */
export interface TestEvents {
  readonly seen: readonly ServerEvent[];
  next<Type extends ServerEvent["type"]>(
    type: Type,
    fits?: (event: Extract<ServerEvent, { type: Type }>) => boolean,
  ): Promise<Extract<ServerEvent, { type: Type }>>;
}

const patienceMs = 30_000;

/** Starts a real Vite server with the plugin, and waits until it watches the disk. */
export async function openPreview(
  files: Readonly<Record<string, string>>,
  options: LetterpressOptions & {
    readonly plugins?: readonly Plugin[];
    /** Not to wait until the disk is watched. */
    readonly atOnce?: boolean;
  } = {},
): Promise<TestPreview> {
  const project = createProject(files);
  onTestFinished(() => project.dispose());
  const { plugins = [], atOnce = false, ...passed } = options;
  const server = await createServer({
    root: project.root,
    configFile: false,
    logLevel: "error",
    clearScreen: false,
    server: { port: 0 },
    plugins: [letterpress({ smtpPort: 0, base: "/", ...passed }), ...plugins],
  });
  onTestFinished(() => server.close());
  await server.listen();
  const url = server.resolvedUrls?.local[0]?.replace(/\/$/, "") ?? "";
  const watchable = Object.keys(files).filter(
    (file) => !/(?:node_modules|\.git|\.\.)\//.test(file),
  );
  const isWatched = (paths: readonly string[]) => watches(server, paths.map(project.path));
  if (!atOnce) {
    // What waits for the first page need not wait longer.
    await (await fetch(`${url}/inbox`)).text();
    await isWatched(["package.json", ...watchable]);
  }
  const request = (path: string, init?: RequestInit) => fetch(url + path, init);
  const json = async <T>(path: string, init?: RequestInit) =>
    (await request(path, init)).json() as Promise<T & ApiError>;
  const view = (id: string, variant?: string) =>
    json<EmailView>(`/api/emails/${id}${variant ? `?variant=${variant}` : ""}`);
  return {
    ...project,
    server,
    url,
    isWatched,
    request,
    json,
    view,
    ids: async () => (await json<EmailList>("/api/emails")).emails.map(({ id }) => id),
    async html(id, variant) {
      const { result } = await view(id, variant);
      if (result.status === "rendered") return result.html.replaceAll("<!-- -->", "");
      throw new Error(`${id} does not render: ${result.message}`);
    },
    events: () => listen(`${url}/api/events`),
  };
}

/** The watcher reads the disk first; what changes before it is done goes unnoticed. */
async function watches({ watcher }: ViteDevServer, files: readonly string[]): Promise<void> {
  const isKnown = (file: string) => watcher.getWatched()[dirname(file)]?.includes(basename(file));
  await vi.waitUntil(() => files.every(isKnown), { timeout: patienceMs, interval: 5 });
}

async function listen(url: string): Promise<TestEvents> {
  const ended = new AbortController();
  onTestFinished(() => ended.abort());
  const response = await fetch(url, { signal: ended.signal });
  const seen: ServerEvent[] = [];
  let read = 0;
  const arrived = new EventTarget();
  void (async () => {
    let text = "";
    for await (const chunk of response.body?.pipeThrough(new TextDecoderStream()) ?? []) {
      text += chunk;
      const blocks = text.split("\n\n");
      text = blocks.pop() ?? "";
      for (const block of blocks) {
        if (block.startsWith("data: ")) seen.push(JSON.parse(block.slice("data: ".length)));
      }
      arrived.dispatchEvent(new Event("event"));
    }
  })().catch(() => undefined);
  return {
    seen,
    async next(type, fits = () => true) {
      const signal = AbortSignal.timeout(patienceMs);
      for (;;) {
        while (read < seen.length) {
          const event = seen[read++];
          if (event?.type === type && fits(event as never)) return event as never;
        }
        await once(arrived, "event", { signal }).catch(() => {
          throw new Error(`no "${type}" event came; there were ${JSON.stringify(seen)}`);
        });
      }
    },
  };
}
