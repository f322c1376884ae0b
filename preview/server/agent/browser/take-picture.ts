import { readFile } from "node:fs/promises";
import { join, normalize, sep } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { contentTypeOf } from "../../files/content-type.ts";
import { type BrowserPipe, openBrowser } from "./browser-pipe.ts";

/** What to take a picture of. */
export interface PictureOptions {
  readonly html: string;
  /** CSS pixels. */
  readonly width: number;
  /** Pixels of the picture for each of them. @default 1 */
  readonly scale?: number | undefined;
  /** Most of its height, CSS pixels. */
  readonly mostHeight: number;
  readonly theme: "light" | "dark";
  /** Whether images of other hosts are loaded; the browser must reach them. @default false */
  readonly isOnline?: boolean | undefined;
  /** How long a page may load before it is taken as it is, ms. @default as long as it takes */
  readonly patienceMs?: number | undefined;
  /** Where images of the project are; the first is `/static/`. Absolute. */
  readonly folders: { readonly staticDir: string; readonly publicDir: readonly string[] };
}

/** No host: the browser is given all that it asks for. */
const site = "http://email.invalid";

/**
 * Takes a picture of HTML as a browser shows it, whole: without scripts, and without a network, so
 * that images of other hosts are missing.
 *
 * @param browser file of a browser that speaks Chromium's protocol
 * @returns PNG
 */
export async function takePicture(browser: string, options: PictureOptions): Promise<Buffer> {
  const pipe = openBrowser(browser);
  try {
    return await takePictureIn(pipe, options);
  } finally {
    await pipe.close();
  }
}

/** The same in a browser that is open, in a page of its own. @returns PNG */
export async function takePictureIn(pipe: BrowserPipe, options: PictureOptions): Promise<Buffer> {
  const { targetId } = await pipe.ask<{ targetId: string }>("Target.createTarget", {
    url: "about:blank",
  });
  const { sessionId } = await pipe.ask<{ sessionId: string }>("Target.attachToTarget", {
    ...{ targetId, flatten: true },
  });
  const ask = <Answer>(method: string, params?: object) =>
    pipe.ask<Answer>(method, params, sessionId);
  let stopListening: (() => void) | undefined;
  const loaded = new Promise<void>((resolve) => {
    stopListening = pipe.onEvent(({ method, params, sessionId: from }) => {
      if (from !== sessionId) return;
      if (method === "Page.loadEventFired") resolve();
      if (method === "Fetch.requestPaused") {
        // What is not answered would keep the page loading for ever.
        void answer(params, options, ask).catch(() => refuse(params, ask).catch(() => undefined));
      }
    });
  });
  try {
    return await shoot(ask, Promise.race([loaded, pipe.ended]), options);
  } finally {
    stopListening?.();
    await pipe.ask("Target.closeTarget", { targetId }).catch(() => undefined);
  }
}

async function shoot(
  ask: Ask,
  loaded: Promise<void>,
  { width, mostHeight, theme, patienceMs, scale = 1 }: PictureOptions,
): Promise<Buffer> {
  await ask("Page.enable");
  await ask("Fetch.enable", { patterns: [{ urlPattern: "*" }] });
  await ask("Emulation.setScriptExecutionDisabled", { value: true });
  const size = (height: number) =>
    ask("Emulation.setDeviceMetricsOverride", {
      ...{ width, height, deviceScaleFactor: scale, mobile: false },
    });
  await size(800);
  await ask("Emulation.setEmulatedMedia", {
    features: [{ name: "prefers-color-scheme", value: theme }],
  });
  await ask("Page.navigate", { url: `${site}/` });
  await Promise.race([loaded, ...(patienceMs === undefined ? [] : [sleep(patienceMs)])]);
  // What is shorter than the window would be as tall as that.
  await size(1);
  const { cssContentSize } = await ask<{ cssContentSize: { height: number } }>(
    "Page.getLayoutMetrics",
  );
  const height = Math.max(1, Math.min(Math.ceil(cssContentSize.height), mostHeight));
  await size(height);
  const { data } = await ask<{ data: string }>("Page.captureScreenshot", { format: "png" });
  return Buffer.from(data, "base64");
}

interface PausedRequest {
  readonly requestId: string;
  readonly request: { readonly url: string };
}

type Ask = <Answer>(method: string, params?: object) => Promise<Answer>;

/** Answers what the page asks for: itself, and images of the project. */
async function answer(
  params: Readonly<Record<string, unknown>>,
  { html, folders, isOnline }: PictureOptions,
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
  { staticDir, publicDir }: PictureOptions["folders"],
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
