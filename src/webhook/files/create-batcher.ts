/** Gives one input to the next batch. */
export type Batched<Input, Output> = (input: Input) => Promise<Output>;

/**
 * Runs one batch at a time: what comes while one is under way makes the next. So many requests cost
 * one write and one wait for the disk.
 *
 * @param run gives an output for each input, in order
 */
export function createBatcher<Input, Output>(
  run: (inputs: readonly Input[]) => Promise<readonly Output[]>,
): Batched<Input, Output> & { idle(): Promise<void> } {
  interface Waiting {
    readonly input: Input;
    readonly resolve: (output: Output) => void;
    readonly reject: (error: unknown) => void;
  }
  let waiting: Waiting[] = [];
  let running: Promise<void> | undefined;
  const work = async () => {
    while (waiting.length > 0) {
      const batch = waiting;
      waiting = [];
      try {
        const outputs = await run(batch.map(({ input }) => input));
        for (const [i, each] of batch.entries()) each.resolve(outputs[i] as Output);
      } catch (error) {
        for (const each of batch) each.reject(error);
      }
    }
    running = undefined;
  };
  const give = (input: Input) =>
    new Promise<Output>((resolve, reject) => {
      waiting.push({ input, resolve, reject });
      running ??= work();
    });
  return Object.assign(give, { idle: async () => running });
}
