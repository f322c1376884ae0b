import type { Delivery } from "../transport/transport.ts";
import type { SendManyOptions, SendResult, Sources } from "./sender.ts";

/** As many as a transport has connections: more would only wait there. */
const defaultConcurrency = 10;

/**
 * Runs `send` over a source, at most `concurrency` at a time, and yields each result as it comes.
 * What is under way and what waits to be read count together, so a slow reader slows the source.
 *
 * @throws {RangeError} when `concurrency` is not a whole number above 0
 */
export function sendMany<Input>(
  inputs: Sources<Input>,
  send: (input: Input) => Promise<Delivery>,
  options: SendManyOptions = {},
): AsyncIterable<SendResult> {
  const { concurrency = defaultConcurrency } = options;
  if (!Number.isInteger(concurrency) || concurrency < 1) {
    throw new RangeError(
      `Cannot send many: 'concurrency' is ${concurrency}; give a whole number above 0`,
    );
  }
  return run(inputs, send, { ...options, concurrency });
}

async function* run<Input>(
  inputs: Sources<Input>,
  send: (input: Input) => Promise<Delivery>,
  options: SendManyOptions & { readonly concurrency: number },
): AsyncGenerator<SendResult, void, undefined> {
  const { concurrency, signal, onProgress } = options;
  const source = iterate(inputs);
  const underWay = new Set<Promise<void>>();
  const finished: SendResult[] = [];
  const counts = { sent: 0, failed: 0 };
  const feed: { state: "open" | "pulling" | "ended"; fault?: { readonly error: unknown } } = {
    state: "open",
  };
  let isLeft = false;
  let index = 0;
  let wake = () => {};

  const start = (input: Input) => {
    const task = settle(index++, send, input).then((result) => {
      underWay.delete(task);
      finished.push(result);
      wake();
    });
    underWay.add(task);
  };
  const isStopped = () => isLeft || signal?.aborted === true;
  const hasRoom = () => underWay.size + finished.length < concurrency;
  const fill = async () => {
    try {
      while (feed.state === "open" && hasRoom() && !isStopped()) {
        feed.state = "pulling";
        const next = await source.next();
        feed.state = next.done ? "ended" : "open";
        if (!next.done && !isStopped()) start(next.value);
      }
    } catch (error) {
      feed.state = "ended";
      feed.fault = { error };
    }
    if (feed.state === "ended") wake();
  };
  const onAbort = () => wake();
  signal?.addEventListener("abort", onAbort);

  try {
    while (true) {
      const result = finished.shift();
      void fill();
      if (result) {
        counts[result.status]++;
        onProgress?.({ ...counts, underWay: underWay.size + finished.length });
        yield result;
      } else if (underWay.size === 0 && (feed.state === "ended" || signal?.aborted)) {
        break;
      } else {
        await new Promise<void>((resolve) => {
          wake = resolve;
        });
      }
    }
    if (feed.fault) throw feed.fault.error;
    signal?.throwIfAborted();
  } finally {
    isLeft = true;
    signal?.removeEventListener("abort", onAbort);
    await Promise.all(underWay);
    // A source that is in the middle of something is told to end, but not waited for.
    const ending = feed.state === "ended" ? undefined : source.return?.();
    if (feed.state === "open") await ending;
    else Promise.resolve(ending).catch(() => {});
  }
}

async function settle<Input>(
  index: number,
  send: (input: Input) => Promise<Delivery>,
  input: Input,
): Promise<SendResult> {
  try {
    return { index, status: "sent", delivery: await send(input) };
  } catch (error) {
    return { index, status: "failed", error };
  }
}

function iterate<Input>(inputs: Sources<Input>): AsyncIterator<Input> | Iterator<Input> {
  return Symbol.asyncIterator in inputs
    ? inputs[Symbol.asyncIterator]()
    : inputs[Symbol.iterator]();
}
