/** What a render warns of, as the preview tells it. */
export interface ToldWarning {
  readonly id: string;
  readonly message: string;
  readonly place: string | null;
}

/** A warning as a line for a terminal: where it is, or in which email, and what. */
export function describeWarning({ id, message, place }: ToldWarning): string {
  return `Warning: ${place ?? id}: ${message}`;
}
