/**
 * Says on the page which render shows, as `<id>|<variant>|<revision>`: what browser tests and
 * benchmarks wait for.
 */
export function markReady(token: string): void {
  document.documentElement.dataset.letterpressReady = token;
}
