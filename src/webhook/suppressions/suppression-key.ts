import type { Suppression, SuppressionFilter, SuppressionState } from "./suppression-store.ts";

/** What a state is kept under: no address holds a space without quotes, and no stream does. */
export function suppressionKey(address: string, stream: string): string {
  return `${address.toLowerCase()} ${stream}`;
}

/** Whether the address of a state gets no more mail. */
export function isSuppressed(state: SuppressionState): state is Suppression {
  return state.reason !== undefined;
}

/** Whether a state is meant by a filter. */
export function matchesSuppression(
  state: SuppressionState,
  { address, stream, lifted = false }: SuppressionFilter,
): boolean {
  return (
    (lifted || isSuppressed(state)) &&
    (address === undefined || state.address === address.toLowerCase()) &&
    (stream === undefined || state.stream === stream)
  );
}
