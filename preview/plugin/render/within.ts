/**
 * The value of a promise, if it comes in time.
 *
 * @throws what `late` returns, after `timeoutMs`
 */
export async function within<T>(promise: Promise<T>, timeoutMs: number, late: () => Error) {
  let timer: NodeJS.Timeout | undefined;
  const timeout = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(late()), timeoutMs);
  });
  try {
    return await Promise.race([promise, timeout]);
  } finally {
    clearTimeout(timer);
  }
}
