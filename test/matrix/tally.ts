/** What the caller was told of one message. */
export type Told = "sent" | "not-sent" | "unknown";

/** What became of a number of messages: what the server took, and what the caller was told. */
export interface Tally {
  readonly messages: number;
  /** Copies that the server took. */
  readonly taken: number;
  readonly sent: number;
  readonly notSent: number;
  readonly unknown: number;
  /** Of those told `unknown`, how many the server has. */
  readonly unknownButTaken: number;
  /** Told `sent`, and the server does not have it. */
  readonly lost: readonly string[];
  /** Taken more than once. */
  readonly doubled: readonly string[];
  /** Told `not-sent`, and the server has it. */
  readonly denied: readonly string[];
}

/** Compares what was told of each message with the ids of what the server took, copies and all. */
export function tally(told: ReadonlyMap<string, Told>, taken: readonly string[]): Tally {
  const copies = new Map<string, number>();
  for (const id of taken) copies.set(id, (copies.get(id) ?? 0) + 1);
  const isTaken = (id: string) => copies.has(id);
  const idsTold = (what: Told) => [...told].flatMap(([id, said]) => (said === what ? [id] : []));
  const sent = idsTold("sent");
  const notSent = idsTold("not-sent");
  const unknown = idsTold("unknown");
  return {
    messages: told.size,
    taken: taken.length,
    sent: sent.length,
    notSent: notSent.length,
    unknown: unknown.length,
    unknownButTaken: unknown.filter(isTaken).length,
    lost: sent.filter((id) => !isTaken(id)),
    doubled: [...copies].flatMap(([id, count]) => (count > 1 ? [id] : [])),
    denied: notSent.filter(isTaken),
  };
}

/** Whether what was told is true of every message. */
export function isTrue({ lost, doubled, denied }: Tally): boolean {
  return lost.length + doubled.length + denied.length === 0;
}
