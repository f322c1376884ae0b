/** Tells when no one waits for anything, so that work which no one waits for may begin. */
export interface Idle {
  /** Someone waits from now on. @returns what says that they do not any more */
  hold(): () => void;
  /** Waits until no one has waited for anything for a while. */
  wait(): Promise<void>;
}

/** @param quietMs how long no one may have waited for anything */
export function createIdle(quietMs: number): Idle {
  let holders = 0;
  let timer: NodeJS.Timeout | undefined;
  let waiting: (() => void)[] = [];

  function begin(): void {
    timer = undefined;
    const all = waiting;
    waiting = [];
    for (const go of all) go();
  }

  function restart(): void {
    clearTimeout(timer);
    timer = holders === 0 ? setTimeout(begin, quietMs).unref() : undefined;
  }

  return {
    hold() {
      let held = true;
      holders += 1;
      restart();
      return () => {
        if (!held) return;
        held = false;
        holders -= 1;
        restart();
      };
    },
    wait: () =>
      holders === 0 && timer === undefined
        ? Promise.resolve()
        : new Promise((resolve) => waiting.push(resolve)),
  };
}
