import { url as inspectorUrl } from "node:inspector";

/** Tells a thread that answers from one that does not. */
export interface Watchdog {
  /** Begins to count anew, from now. */
  heard(): void;
  stop(): void;
}

/** What a {@link Watchdog} does. */
export interface WatchdogOptions {
  /** How long a thread may be silent. */
  readonly timeoutMs: number;
  /** Asks the thread for a sign of life. */
  readonly ping: () => void;
  /** Told once that the thread has been silent for too long. */
  readonly onSilent: () => void;
  /** Told now and then how long a thread has not answered that may yet do so, ms. */
  readonly onQuiet: (ms: number) => void;
  /** Told now and then how much time has passed for a thread that answers. */
  readonly onPassed: (ms: number) => void;
}

const intervalMs = 125;
/** A machine that slept, or a server that was itself held up, counts no longer than this. */
const longestTickMs = 500;
/** What a thread gets of a machine that is busy with others is less than time that passes. */
const slowestShare = 0.25;

/**
 * Watches over a thread until it is silent or the watch is stopped. Only time that this process
 * could have heard something in counts, and silence as much as it cost of the processor; at least
 * a quarter, since a thread may be silent without doing anything.
 */
export function watchThread({
  timeoutMs,
  ping,
  onSilent,
  onQuiet,
  onPassed,
}: WatchdogOptions): Watchdog {
  let silentMs = 0;
  let last = performance.now();
  let spent = process.cpuUsage();
  ping();
  const timer = setInterval(() => {
    const now = performance.now();
    const passedMs = Math.min(now - last, longestTickMs);
    last = now;
    const { user, system } = process.cpuUsage(spent);
    spent = process.cpuUsage();
    const workedMs = Math.min((user + system) / 1000, passedMs);
    // Whoever stopped the program in a debugger wants it to stay.
    if (inspectorUrl() !== undefined) return;
    const wasHeard = silentMs === 0;
    silentMs += Math.max(workedMs, passedMs * slowestShare);
    if (silentMs >= timeoutMs) {
      clearInterval(timer);
      onSilent();
      return;
    }
    ping();
    if (wasHeard) onPassed(passedMs);
    else onQuiet(silentMs);
  }, intervalMs);
  timer.unref();
  return {
    heard() {
      silentMs = 0;
    },
    stop: () => clearInterval(timer),
  };
}
