/** The emails before and after one; round the ends. One that the filter hides leads to the first. */
export function neighboursOf(
  order: readonly string[],
  id: string,
): { readonly next: string | undefined; readonly previous: string | undefined } {
  const at = order.indexOf(id);
  const others = order.length > 1 || at < 0;
  return {
    next: others ? (order[at + 1] ?? order[0]) : undefined,
    previous: others ? (order[at - 1] ?? order.at(-1)) : undefined,
  };
}
