import type { MessageProblem, ProblemEffect } from "../../protocol/index.ts";

const gravity: Readonly<Record<ProblemEffect, number>> = {
  exposed: 0,
  refused: 1,
  ignored: 2,
  unsure: 3,
};

/** The gravest first, otherwise in their order. */
export function sortProblems(problems: readonly MessageProblem[]): readonly MessageProblem[] {
  return [...problems].sort((one, other) => gravity[one.effect] - gravity[other.effect]);
}
