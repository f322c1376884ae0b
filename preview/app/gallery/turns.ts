/** Lets only so many do something at the same time. */
export interface Turns {
  /**
   * Stands in line. `begin` is called when the turn comes, at once if it can.
   *
   * @returns what gives the turn back, or leaves the line
   */
  take(begin: () => void): () => void;
}

/** Makes a line, first come, first served. */
export function createTurns(limit: number): Turns {
  const waiting: (() => void)[] = [];
  let taken = 0;

  function next(): void {
    while (taken < limit) {
      const begin = waiting.shift();
      if (!begin) return;
      taken += 1;
      begin();
    }
  }

  return {
    take(begin) {
      let begun = false;
      let over = false;
      const start = () => {
        begun = true;
        begin();
      };
      waiting.push(start);
      next();
      return () => {
        if (over) return;
        over = true;
        if (begun) taken -= 1;
        else waiting.splice(waiting.indexOf(start), 1);
        next();
      };
    },
  };
}
