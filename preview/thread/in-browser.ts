import type { BrowserAnswer, BrowserRequest } from "../protocol/browser-render.ts";
import type { Letterpress } from "./letterpress.ts";
import { loadEmail } from "./load/load-email.ts";
import { findIssues } from "./props/find-issues.ts";
import { applyQuery } from "./render/apply-query.ts";
import { subjectOfBare } from "./render/render-variant.ts";

/** What the worker is bundled with. */
export interface BrowserParts {
  readonly letterpress: Pick<Letterpress, "render" | "extractPreheader">;
  /** The emails' modules by id. */
  readonly emails: Readonly<Record<string, () => Promise<object>>>;
}

/** A render that takes longer is ended by the app. */
const timeoutMs = 10_000;

/**
 * Renders emails in a browser's worker, each request on its own. The first message brings the port
 * that requests come by: what emails load may listen to the worker's own messages (Prism does).
 */
export function startRenderWorker(parts: BrowserParts): void {
  const begin = ({ ports: [port] }: MessageEvent) => {
    if (!port) return;
    port.onmessage = ({ data }: MessageEvent<BrowserRequest>) => {
      void answer(data, parts).then((result) => {
        const message: BrowserAnswer = { number: data.number, result };
        port.postMessage(message);
      });
    };
  };
  addEventListener("message", begin, { once: true });
}

async function answer(
  { query }: BrowserRequest,
  { letterpress, emails }: BrowserParts,
): Promise<BrowserAnswer["result"]> {
  let phase: "load" | "render" = "load";
  try {
    const { id } = query;
    const runner = { import: async <T>() => ((await emails[id]?.()) ?? {}) as T };
    const loaded = await loadEmail(runner, { id, realPath: id, exportName: "default" }, timeoutMs);
    phase = "render";
    const variant =
      loaded.variants.find(({ slug }) => slug === query.variant) ?? loaded.variants[0];
    const { name, props } = applyQuery(loaded, variant, query);
    const rendered = await letterpress.render(loaded.email, props, { variant: name, timeoutMs });
    const { subject, html, text, warnings } = rendered;
    return {
      status: "rendered",
      subject: loaded.definition ? subject : subjectOfBare(id),
      preheader: letterpress.extractPreheader(html),
      ...{ html, text },
      htmlBytes: new TextEncoder().encode(html).length,
      ...(warnings && { warnings: warnings.map(({ code, message }) => ({ code, message })) }),
    };
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error);
    return { status: "failed", phase, message, issues: findIssues(error) };
  }
}
