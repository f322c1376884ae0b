import type { ServerEvent } from "../../protocol/index.ts";
import { serverUrl } from "./site.ts";
import { createStore, type Store } from "./store.ts";

/** `connecting` only before the first answer; `lost` once the server went away. */
export type ConnectionState = "connecting" | "live" | "lost";

/** Delays between attempts, ms; the last one repeats. The browser's own is 3 s, too slow here. */
const retryDelaysMs = [250, 500, 1000, 2000];

/**
 * How long a page may be hidden before it gives its connection back, ms. A browser opens six to
 * one host, so a seventh tab would wait for ever.
 */
const hiddenGraceMs = 60_000;

/** Listens to what the server tells by itself, and comes back after it was restarted. */
export function createLive(options: {
  readonly onEvent: (event: ServerEvent) => void;
  /** At each connection, the first included: what was missed has to be asked for. */
  readonly onOpen: () => void;
}): { readonly state: Store<ConnectionState>; start(): () => void } {
  const state = createStore<ConnectionState>("connecting");
  let source: EventSource | null = null;
  let attempt = 0;
  let timer: ReturnType<typeof setTimeout> | undefined;

  function connect(): void {
    clearTimeout(timer);
    source?.close();
    source = new EventSource(serverUrl("/api/events"));
    source.onopen = () => {
      attempt = 0;
      state.set("live");
      options.onOpen();
    };
    source.onmessage = (message) => options.onEvent(JSON.parse(message.data) as ServerEvent);
    source.onerror = () => {
      state.set("lost");
      source?.close();
      const delay = retryDelaysMs[Math.min(attempt, retryDelaysMs.length - 1)];
      attempt += 1;
      timer = setTimeout(connect, delay);
    };
  }

  function disconnect(): void {
    clearTimeout(timer);
    source?.close();
    source = null;
  }

  function followVisibility(): void {
    if (!document.hidden) {
      clearTimeout(hidden);
      if (!source) connect();
      return;
    }
    hidden = setTimeout(disconnect, hiddenGraceMs);
  }
  let hidden: ReturnType<typeof setTimeout> | undefined;

  return {
    state,
    start() {
      connect();
      document.addEventListener("visibilitychange", followVisibility);
      return () => {
        clearTimeout(hidden);
        document.removeEventListener("visibilitychange", followVisibility);
        disconnect();
      };
    },
  };
}
