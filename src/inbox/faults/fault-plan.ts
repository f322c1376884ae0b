import type { Fault, FaultAction, FaultCondition, FaultFacts } from "./fault.ts";
import { parseFaultAddress } from "./fault-address.ts";

/** Decides what goes wrong. Counts matches, so that the same dialogue meets the same faults again. */
export interface FaultPlan {
  /** @returns what goes wrong at this step, or `undefined` */
  strike(facts: FaultFacts): FaultAction | undefined;
  /** Adds a rule behind the others. @returns a function that takes it away */
  add(fault: Fault): () => void;
}

interface CountedFault extends Fault {
  matches: number;
}

/**
 * Creates a plan of the given faults and those that addresses at `fault.test` ask for.
 *
 * @throws {RangeError} when a fault's reply code or count is out of its range
 */
export function createFaultPlan(faults: readonly Fault[] = []): FaultPlan {
  const rules: CountedFault[] = faults.map(toCounted);
  const byAddress = new Map<string, CountedFault | undefined>();

  function ofAddress(address: string): CountedFault | undefined {
    if (!byAddress.has(address)) {
      const fault = parseFaultAddress(address);
      // Other addresses are not remembered: there may be any number of them.
      if (!fault) return undefined;
      byAddress.set(address, toCounted(fault));
    }
    return byAddress.get(address);
  }

  return {
    strike(facts) {
      const magic = [facts.from, ...facts.to].flatMap((address) => ofAddress(address) ?? []);
      return [...rules, ...magic].find((fault) => strikes(fault, facts))?.do;
    },
    add(fault) {
      const rule = toCounted(fault);
      rules.push(rule);
      return () => {
        const at = rules.indexOf(rule);
        if (at >= 0) rules.splice(at, 1);
      };
    },
  };
}

function strikes(fault: CountedFault, facts: FaultFacts): boolean {
  if (!matches(fault.when, facts)) return false;
  fault.matches += 1;
  const { nth, first, every } = fault.when;
  return (
    (nth === undefined || fault.matches === nth) &&
    (first === undefined || fault.matches <= first) &&
    (every === undefined || fault.matches % every === 0)
  );
}

function matches({ stage, from, to, if: decide }: FaultCondition, facts: FaultFacts): boolean {
  return (
    stage === facts.stage &&
    (from === undefined || isLike(facts.from, from)) &&
    (to === undefined || facts.to.some((address) => isLike(address, to))) &&
    (decide === undefined || decide(facts))
  );
}

// search() and not test(): a pattern with the flag g keeps its place between tests.
function isLike(address: string, like: string | RegExp): boolean {
  return typeof like === "string"
    ? address.toLowerCase() === like.toLowerCase()
    : address.search(like) >= 0;
}

function toCounted(fault: Fault): CountedFault {
  const { nth, first, every } = fault.when;
  for (const [name, count] of Object.entries({ nth, first, every })) {
    if (count !== undefined && !(Number.isInteger(count) && count >= 1)) {
      throw new RangeError(
        `Cannot add the fault: '${name}' must be an integer 1 or more, got ${count}`,
      );
    }
  }
  const { reply } = fault.do;
  if (reply !== undefined && !(Number.isInteger(reply) && reply >= 400 && reply <= 599)) {
    throw new RangeError(`Cannot add the fault: 'reply' must be from 400 to 599, got ${reply}`);
  }
  if (reply !== undefined && fault.when.stage === "body") {
    throw new RangeError(
      "Cannot add the fault: no one reads a reply in the middle of a message; use the stage 'final-dot'",
    );
  }
  return { ...fault, matches: 0 };
}
