/**
 * What a source yields, until a signal aborts: also when the source stands still, which would keep
 * a plain `for await` waiting forever.
 *
 * @throws the signal's reason
 */
export async function* untilAborted<Value>(
  source: AsyncIterable<Value>,
  signal: AbortSignal | undefined,
): AsyncGenerator<Value, void, undefined> {
  const iterator = source[Symbol.asyncIterator]();
  const abort = listen(signal);
  let isDone = false;
  try {
    while (true) {
      const next = await Promise.race([iterator.next(), abort.happened]);
      isDone = next.done === true;
      if (next.done) return;
      yield next.value;
    }
  } catch (error) {
    // A source that has failed is over; one that was left by an abort is not.
    isDone = !signal?.aborted;
    throw error;
  } finally {
    abort.stop();
    const ending = isDone ? undefined : iterator.return?.();
    if (signal?.aborted) Promise.resolve(ending).catch(() => {});
    else await ending;
  }
}

function listen(signal: AbortSignal | undefined) {
  let onAbort = () => {};
  const happened = new Promise<never>((_resolve, reject) => {
    onAbort = () => reject(signal?.reason);
    if (signal?.aborted) onAbort();
    signal?.addEventListener("abort", onAbort, { once: true });
  });
  happened.catch(() => {});
  return { happened, stop: () => signal?.removeEventListener("abort", onAbort) };
}
