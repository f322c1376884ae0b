import { readFile } from "node:fs/promises";
import { join, normalize, sep } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { contentTypeOf } from "../../files/content-type.ts";
import type { BrowserPipe } from "./browser-pipe.ts";

/** Where images of the project are; absolute. */
export interface PageFolders {
  /** What `/static/` stands for. */
  readonly staticDir: string;
  readonly publicDir: readonly string[];
}

/** Asks the browser about one page. */
export type Ask = <Answer>(method: string, params?: object) => Promise<Answer>;

/** What a page may reach. */
export interface EmailPageOptions {
  readonly folders: PageFolders;
  /** Whether images of other hosts are loaded; the browser must reach them. @default false */
  readonly isOnline?: boolean | undefined;
}

/** A page that shows one email after the other, without scripts of theirs. */
export interface EmailPage {
  readonly ask: Ask;
  /**
   * Shows HTML, and waits until it is loaded.
   *
   * @param patienceMs how long it may take before it is as it is @default as long as it takes
   */
  show(html: string, patienceMs?: number): Promise<void>;
  /** CSS pixels. @param scale pixels of a picture for each of them @default 1 */
  resize(width: number, height: number, scale?: number): Promise<void>;
  setTheme(theme: "light" | "dark"): Promise<void>;
  /** Of what it shows, CSS pixels; at least that of the window. */
  height(): Promise<number>;
  /** What it shows. @returns PNG */
  capture(): Promise<Buffer>;
  close(): Promise<void>;
}

/** No host: the browser is given all that it asks for. */
const site = "http://email.invalid";

/** Opens a page. */
export async function openEmailPage(
  pipe: BrowserPipe,
  options: EmailPageOptions,
): Promise<EmailPage> {
  const { targetId } = await pipe.ask<{ targetId: string }>("Target.createTarget", {
    url: "about:blank",
  });
  const { sessionId } = await pipe.ask<{ sessionId: string }>("Target.attachToTarget", {
    ...{ targetId, flatten: true },
  });
  const ask: Ask = (method, params) => pipe.ask(method, params, sessionId);
  let html = "";
  let onLoaded = () => {};
  const stopListening = pipe.onEvent(({ method, params, sessionId: from }) => {
    if (from !== sessionId) return;
    if (method === "Page.loadEventFired") onLoaded();
    if (method === "Fetch.requestPaused") {
      // What is not answered would keep the page loading for ever.
      void answer(params, { ...options, html }, ask).catch(() =>
        refuse(params, ask).catch(() => undefined),
      );
    }
  });
  const close = async () => {
    stopListening();
    await pipe.ask("Target.closeTarget", { targetId }).catch(() => undefined);
  };
  try {
    await ask("Page.enable");
    await ask("Fetch.enable", { patterns: [{ urlPattern: "*" }] });
    await ask("Emulation.setScriptExecutionDisabled", { value: true });
  } catch (error) {
    await close();
    throw error;
  }
  return {
    ask,
    close,
    async show(next, patienceMs) {
      html = next;
      const loaded = new Promise<void>((resolve) => {
        onLoaded = resolve;
      });
      await ask("Page.navigate", { url: `${site}/` });
      const patience = patienceMs === undefined ? [] : [sleep(patienceMs)];
      await Promise.race([loaded, pipe.ended, ...patience]);
    },
    async resize(width, height, scale = 1) {
      await ask("Emulation.setDeviceMetricsOverride", {
        ...{ width, height: Math.max(1, height), deviceScaleFactor: scale, mobile: false },
      });
    },
    async setTheme(theme) {
      await ask("Emulation.setEmulatedMedia", {
        features: [{ name: "prefers-color-scheme", value: theme }],
      });
    },
    async height() {
      const { cssContentSize } = await ask<{ cssContentSize: { height: number } }>(
        "Page.getLayoutMetrics",
      );
      return Math.ceil(cssContentSize.height);
    },
    async capture() {
      const { data } = await ask<{ data: string }>("Page.captureScreenshot", { format: "png" });
      return Buffer.from(data, "base64");
    },
  };
}

interface PausedRequest {
  readonly requestId: string;
  readonly request: { readonly url: string };
}

/** Answers what the page asks for: itself, and images of the project. */
async function answer(
  params: Readonly<Record<string, unknown>>,
  { html, folders, isOnline }: EmailPageOptions & { readonly html: string },
  ask: Ask,
): Promise<void> {
  const { requestId, request } = params as unknown as PausedRequest;
  const url = new URL(request.url);
  if (isOnline && url.origin !== site && /^https?:$/.test(url.protocol)) {
    await ask("Fetch.continueRequest", { requestId });
    return;
  }
  const isPage = url.href === `${site}/`;
  const file = url.origin === site && !isPage ? await findFile(url.pathname, folders) : undefined;
  const body = isPage ? Buffer.from(html) : file?.bytes;
  if (!body) {
    await refuse(params, ask);
    return;
  }
  await ask("Fetch.fulfillRequest", {
    ...{ requestId, responseCode: 200, body: body.toString("base64") },
    responseHeaders: [
      { name: "content-type", value: isPage ? "text/html; charset=utf-8" : (file?.type ?? "") },
    ],
  });
}

async function refuse(params: Readonly<Record<string, unknown>>, ask: Ask): Promise<void> {
  const { requestId } = params as unknown as PausedRequest;
  await ask("Fetch.failRequest", { requestId, errorReason: "BlockedByClient" });
}

async function findFile(
  pathname: string,
  { staticDir, publicDir }: PageFolders,
): Promise<{ readonly bytes: Buffer; readonly type: string } | undefined> {
  const path = decodeURIComponent(pathname);
  const below = path.startsWith("/static/") ? path.slice("/static".length) : undefined;
  const places = [
    ...(below === undefined ? [] : [{ folder: staticDir, name: below }]),
    ...publicDir.map((folder) => ({ folder, name: path })),
  ];
  for (const { folder, name } of places) {
    const file = normalize(join(folder, name));
    // Pictures alone: a page has no business with other files.
    const type = contentTypeOf(file);
    if (!file.startsWith(normalize(folder + sep)) || !/^(?:image|font)\//.test(type)) continue;
    const bytes = await readFile(file).catch(() => undefined);
    if (bytes) return { bytes, type };
  }
  return undefined;
}
