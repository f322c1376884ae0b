/** Work that waits until nothing more urgent is under way. */
export interface Afterwards {
  /** Holds the work back. @returns what lets it go again */
  hold(): () => void;
}

/**
 * Does some work once, as soon as no one has held it back for `quietMs`.
 *
 * @param work done at most once
 */
export function createAfterwards(work: () => void, quietMs: number): Afterwards {
  let holders = 0;
  let timer: NodeJS.Timeout | undefined;
  let done = false;

  function begin(): void {
    done = true;
    work();
  }

  return {
    hold() {
      let held = true;
      holders += 1;
      clearTimeout(timer);
      return () => {
        if (!held) return;
        held = false;
        holders -= 1;
        if (holders === 0 && !done) timer = setTimeout(begin, quietMs);
      };
    },
  };
}
