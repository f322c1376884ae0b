import { Writable } from "node:stream";
import { setImmediate as nextTurn } from "node:timers/promises";
import type { ReactNode } from "react";
import type { MarkupOptions } from "./markup-options.ts";

type Server = Pick<typeof import("react-dom/server"), "renderToPipeableStream">;

/** What React has in development, and not in every version. */
interface ReactInDevelopment {
  captureOwnerStack?(): string | null;
}

/** A component was still suspended when its time was up. */
export class SuspendedError extends Error {
  override readonly name = "SuspendedError";

  /** @param timeoutMs how long it had been waited for */
  constructor(timeoutMs: number) {
    super(
      `a component was still suspended after ${timeoutMs} ms; let its promise settle, or raise timeoutMs`,
    );
  }
}

/** Where in the tree of components an error struck, innermost first. */
export interface ComponentStacks {
  /** All components around it, with a place where React found one. */
  readonly componentStack: string | undefined;
  /** Where the elements were written that led to it; in development, from React 19.1 on. */
  readonly ownerStack: string | undefined;
}

/** An error of a component, with where in the tree it struck. */
export class ComponentError extends Error {
  override readonly name = "ComponentError";

  readonly stacks: ComponentStacks;

  /** @param stacks what React tells of the place */
  constructor(cause: unknown, stacks: ComponentStacks) {
    super("a component failed", { cause });
    this.stacks = stacks;
  }
}

/**
 * Renders an element that may suspend, and waits for all of it.
 *
 * @throws {ComponentError} when a component throws
 * @throws {SuspendedError} when one is still suspended after `timeoutMs`
 * @throws the signal's reason, as soon as it aborts
 */
export async function renderStream(
  server: Server,
  element: ReactNode,
  options: MarkupOptions,
): Promise<string> {
  const react: ReactInDevelopment = await import("react");
  options.signal?.throwIfAborted();
  const settled = new AbortController();
  const onAbort = () => settled.abort(options.signal?.reason);
  options.signal?.addEventListener("abort", onAbort, { once: true });
  try {
    return await Promise.race([
      startStream(server, element, settled.signal, react),
      options.clock.sleep(options.timeoutMs, { signal: settled.signal }).then(async () => {
        const late = new SuspendedError(options.timeoutMs);
        // React gives up, and tells in its own time which component it waited for.
        settled.abort(late);
        await nextTurn();
        throw late;
      }),
    ]);
  } finally {
    options.signal?.removeEventListener("abort", onAbort);
    settled.abort();
  }
}

function startStream(
  server: Server,
  element: ReactNode,
  stop: AbortSignal,
  react: ReactInDevelopment,
): Promise<string> {
  return new Promise((resolve, reject) => {
    const stream = server.renderToPipeableStream(element, {
      // The whole email is one chunk; a boundary is never sent after the rest, with a script.
      progressiveChunkSize: Number.POSITIVE_INFINITY,
      // Not at once: React calls this while it still counts its last task as open.
      onAllReady: () => queueMicrotask(() => stream.pipe(collect(resolve))),
      onError(error, { componentStack }) {
        const ownerStack = react.captureOwnerStack?.() ?? undefined;
        reject(new ComponentError(error, { componentStack, ownerStack }));
      },
    });
    stop.addEventListener("abort", () => stream.abort(stop.reason), { once: true });
  });
}

function collect(done: (markup: string) => void): Writable {
  const decoder = new TextDecoder();
  let markup = "";
  return new Writable({
    write(chunk: Uint8Array, _encoding, callback) {
      markup += decoder.decode(chunk, { stream: true });
      callback();
    },
    final(callback) {
      done(markup + decoder.decode());
      callback();
    },
  });
}
