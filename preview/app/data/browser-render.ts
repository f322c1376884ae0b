import {
  type BrowserAnswer,
  type BrowserFailure,
  type BrowserRender,
  type BrowserRequest,
  browserFolder,
} from "../../protocol/browser-render.ts";
import type { EmailQuery, EmailView, RenderSuccess } from "../../protocol/index.ts";

/** Renders emails in this browser, as an export has no server that could. */
export interface BrowserRenderer {
  /**
   * A view of an email with what was edited.
   *
   * @param plain the same state without edits, as the export has it
   */
  view(query: EmailQuery, plain: EmailView): Promise<EmailView>;
}

/** What runs the emails: in a page, a worker that can be ended when an email never ends. */
export interface RenderWorker {
  ask(query: EmailQuery): Promise<BrowserRender | BrowserFailure>;
}

/**
 * Makes the renderer. Before it shows an edit of an email, it renders the state without edits and
 * compares with what was exported: where a browser gives anything else than the server did, nothing
 * that it renders is shown.
 */
export function createBrowserRenderer(worker: RenderWorker): BrowserRenderer {
  const checks = new Map<string, Promise<string | null>>();

  /** @returns why the browser is not to be trusted with a state; null when it is */
  function check(plain: EmailView, query: EmailQuery): Promise<string | null> {
    const key = JSON.stringify([query.id, plain.variant, query.locale]);
    let known = checks.get(key);
    if (!known) {
      known = compare(plain, { ...query, variant: plain.variant, props: null });
      checks.set(key, known);
    }
    return known;
  }

  async function compare(plain: EmailView, query: EmailQuery): Promise<string | null> {
    const { result: exported } = plain;
    if (exported.status === "failed") return null;
    const own = await worker.ask(query);
    if (own.status === "failed") return own.message;
    const isSame = (["subject", "html", "text"] as const).every(
      (part) => own[part] === exported[part],
    );
    return isSame ? null : "it comes out otherwise in a browser than it did where it was exported";
  }

  return {
    async view(query, plain) {
      const { result: exported } = plain;
      const lastGood = exported.status === "rendered" ? exported : exported.lastGood;
      const problem = await check(plain, query);
      if (problem !== null) {
        return withFailure(plain, lastGood, {
          ...{ status: "failed", phase: "render", issues: [] },
          message: `Props of "${query.id}" cannot be edited in this export: ${problem}`,
        });
      }
      const own = await worker.ask({ ...query, variant: plain.variant });
      if (own.status === "failed") return withFailure(plain, lastGood, own);
      return { ...plain, result: { from: lastGood?.from ?? "", renderMs: 0, ...own } };
    },
  };
}

function withFailure(
  plain: EmailView,
  lastGood: RenderSuccess | null,
  failure: BrowserFailure,
): EmailView {
  return {
    ...plain,
    result: { ...failure, location: null, codeFrame: null, stack: [], lastGood },
  };
}

/** Longer than this no email is waited for, ms. */
const longestMs = 15_000;

/** The worker of an export, started with the first edit. */
export function startRenderWorker(basePath: string): RenderWorker {
  const waiting = new Map<number, (result: BrowserAnswer["result"]) => void>();
  let running: { readonly worker: Worker; readonly port: MessagePort } | null = null;
  let count = 0;

  function start() {
    const worker = new Worker(`${basePath}${browserFolder}/render.js`, { type: "module" });
    const { port1: port, port2: theirs } = new MessageChannel();
    port.onmessage = ({ data }: MessageEvent<BrowserAnswer>) => {
      waiting.get(data.number)?.(data.result);
      waiting.delete(data.number);
    };
    worker.onerror = () => end("the program that renders it does not run here");
    worker.postMessage(null, [theirs]);
    return { worker, port };
  }

  /** Gives up on all that is under way: one that never ends holds up the others. */
  function end(message: string): void {
    running?.port.close();
    running?.worker.terminate();
    running = null;
    for (const answer of waiting.values()) {
      answer({ status: "failed", phase: "render", message, issues: [] });
    }
    waiting.clear();
  }

  return {
    ask(query) {
      running ??= start();
      count += 1;
      const request: BrowserRequest = { number: count, query };
      running.port.postMessage(request);
      return new Promise((resolve) => {
        const timer = setTimeout(
          () => end(`it ran for ${longestMs / 1000} s without an end`),
          longestMs,
        );
        waiting.set(request.number, (result) => {
          clearTimeout(timer);
          resolve(result);
        });
      });
    },
  };
}
