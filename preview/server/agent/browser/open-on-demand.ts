/** What is opened for its first use, and closed when no one has used it for a while. */
export interface OnDemand<Thing> {
  /** Works with it. Where that fails it is closed, and the next use gets another. */
  use<Value>(work: (thing: Thing) => Promise<Value>): Promise<Value>;
  close(): Promise<void>;
}

/** What {@link openOnDemand} opens. */
interface Closable {
  /** Resolves when it has ended by itself. */
  readonly ended?: Promise<void>;
  close(): Promise<void>;
}

/**
 * Opens nothing before the first use.
 *
 * @param idleMs how long it stays for the next use
 */
export function openOnDemand<Thing extends Closable>(
  open: () => Thing | Promise<Thing>,
  idleMs: number,
): OnDemand<Thing> {
  let opening: Promise<Thing> | undefined;
  let users = 0;
  let idle: NodeJS.Timeout | undefined;

  function start(): Promise<Thing> {
    const started = Promise.resolve().then(open);
    opening = started;
    const forget = () => (opening === started ? close() : undefined);
    started.then(({ ended }) => ended?.then(forget)).catch(() => undefined);
    return started;
  }

  async function close(): Promise<void> {
    clearTimeout(idle);
    const ending = opening;
    opening = undefined;
    await ending?.then((thing) => thing.close()).catch(() => undefined);
  }

  return {
    async use(work) {
      clearTimeout(idle);
      users += 1;
      try {
        return await work(await (opening ?? start()));
      } catch (error) {
        await close();
        throw error;
      } finally {
        users -= 1;
        if (users === 0) idle = setTimeout(() => void close(), idleMs).unref();
      }
    },
    close,
  };
}
