import type { Fault, FaultAction, FaultFacts, FaultStage } from "letterpress/inbox";
import { createSeededRandom } from "../../transport/seeded-random.ts";

/** Of a hundred transactions so many go wrong. */
export const faultedPercent = 30;

/** What goes wrong, each as likely as the others. */
const kinds: readonly (readonly [FaultStage, FaultAction])[] = [
  ["mail", { drop: true }],
  ["mail", { reply: 421 }],
  ["rcpt", { reply: 450 }],
  ["rcpt", { drop: true }],
  ["data", { drop: true }],
  ["body", { drop: true }],
  ["final-dot", { reply: 451 }],
  ["final-dot", { drop: true, stored: false }],
  ["final-dot", { drop: true }],
  ["final-dot", { drop: true }],
];

/** The sender's address of a message, which tells the server its number. */
export function fromOf(n: number): string {
  return `shop-${n}@example.com`;
}

/**
 * The faults of a bad day. What strikes the k-th transaction of the n-th message depends on n and k
 * alone, so that every client has the same luck, in whatever order it sends.
 */
export function createBadLuck(seed: number): readonly Fault[] {
  const transactions = new Map<number, number>();
  const current = new Map<number, number | undefined>();

  /** Draws when a transaction begins; strikes never. */
  const draw = ({ from }: FaultFacts): boolean => {
    const n = numberOf(from);
    const count = (transactions.get(n) ?? 0) + 1;
    transactions.set(n, count);
    const random = createSeededRandom(seed + n * 1_000 + count);
    const isFaulted = random() * 100 < faultedPercent;
    current.set(n, isFaulted ? Math.floor(random() * kinds.length) : undefined);
    return false;
  };
  return [
    { when: { stage: "mail", if: draw }, do: {} },
    ...kinds.map(
      ([stage, action], kind): Fault => ({
        when: { stage, if: ({ from }) => current.get(numberOf(from)) === kind },
        do: action,
      }),
    ),
  ];
}

function numberOf(from: string): number {
  return Number(/^shop-(\d+)@/.exec(from)?.[1]);
}
