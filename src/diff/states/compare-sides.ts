import { type CheckMemory, createMemory } from "../../check/document/memory.ts";
import { compareReadings } from "../compare-readings.ts";
import { maskVarying } from "../mask-varying.ts";
import { readRendered } from "../reading.ts";
import type { RenderedEmail } from "../rendered-email.ts";
import { matchStates, type StatePair } from "./match-states.ts";
import { type RenderedState, type Side, stateKey } from "./state.ts";
import type { Comparison, StateChange, StateName } from "./state-change.ts";

/** Renders states of both sides once more, later. Asked only for those that differ. */
export type RenderAgain = (
  before: readonly RenderedState[],
  after: readonly RenderedState[],
) => Promise<{ readonly before: Side; readonly after: Side }>;

/** Options of {@link compareSides}. */
export interface CompareOptions {
  /** Files that were renamed, from the old name to the new, from the project's root. */
  readonly renames?: ReadonlyMap<string, string> | undefined;
  /** Without it, what differs each time is told as changed. */
  readonly renderAgain?: RenderAgain | undefined;
}

/** Compares all that two sides render, as readers meet it. */
export async function compareSides(
  before: Side,
  after: Side,
  { renames, renderAgain }: CompareOptions = {},
): Promise<Comparison> {
  const memory = createMemory();
  const pairs = matchStates(before, after, renames);
  const differing = pairs.filter((pair) => differs(pair, memory));
  const again =
    renderAgain && differing.length > 0
      ? await renderAgain(
          differing.map((pair) => pair.before as RenderedState),
          differing.map((pair) => pair.after as RenderedState),
        )
      : { before, after };
  const second = { before: byKey(again.before), after: byKey(again.after) };
  const changes: StateChange[] = [];
  const varying: StateName[] = [];
  const failing: StateName[] = [];
  const isWhole = ({ before: old, after: next }: StatePair) =>
    (next !== undefined && before.files[next.id] === undefined) ||
    (old !== undefined && after.files[old.id] === undefined);
  for (const pair of pairs) {
    const plain = changeWithoutContent(pair, isWhole(pair));
    if (plain) {
      changes.push(plain);
      continue;
    }
    const [old, next] = [resultOf(pair.before), resultOf(pair.after)];
    if (!pair.before || !pair.after) continue;
    if (!old || !next) {
      failing.push(nameOf(pair.after));
      continue;
    }
    const former = nameOf(pair.before);
    const name = nameOf(pair.after);
    const isRenamed = JSON.stringify(former) !== JSON.stringify(name);
    let change: StateChange["change"];
    let isVarying = false;
    if (differing.includes(pair)) {
      const masked = maskVarying(
        readRendered(old, memory),
        readRendered(resultOf(second.before.get(stateKey(pair.before))) ?? old, memory),
      );
      const maskedNext = maskVarying(
        readRendered(next, memory),
        readRendered(resultOf(second.after.get(stateKey(pair.after))) ?? next, memory),
      );
      change = compareReadings(masked.reading, maskedNext.reading);
      isVarying = masked.isVarying || maskedNext.isVarying;
      if (!change && isVarying) varying.push(name);
    }
    if (!change && !isRenamed) continue;
    changes.push({
      kind: isRenamed ? "renamed" : "changed",
      name,
      isWholeEmail: isWhole(pair),
      ...(isRenamed && { formerName: former }),
      ...(change && { change }),
      ...{ isVarying, before: old, after: next },
    });
  }
  const ids = new Set([...Object.keys(before.files), ...Object.keys(after.files)]);
  const statesOf: Record<string, number> = {};
  for (const { before: old, after: next } of pairs) {
    const id = (next ?? old)?.id ?? "";
    statesOf[id] = (statesOf[id] ?? 0) + 1;
  }
  return {
    ...{ changes, varying, failing, statesOf },
    ...{ stateCount: pairs.length, emailCount: ids.size },
  };
}

/** Whether readers meet something else. Most emails are the same to the octet. */
function differs({ before, after }: StatePair, memory: CheckMemory): boolean {
  const [old, next] = [resultOf(before), resultOf(after)];
  if (!old || !next) return false;
  const isSame = (["subject", "preheader", "from", "html", "text"] as const).every(
    (part) => old[part] === next[part],
  );
  if (isSame && printsOf(old) === printsOf(next)) return false;
  return compareReadings(readRendered(old, memory), readRendered(next, memory)) !== undefined;
}

function printsOf({ pictures = {} }: RenderedEmail): string {
  return JSON.stringify(Object.entries(pictures).map(([address, { print }]) => [address, print]));
}

function changeWithoutContent(
  { before, after }: StatePair,
  isWholeEmail: boolean,
): StateChange | undefined {
  const shared = {
    isVarying: false,
    isWholeEmail,
    before: resultOf(before),
    after: resultOf(after),
  };
  if (!before || !after) {
    const state = after ?? before;
    if (!state) return undefined;
    const kind = after ? "added" : "removed";
    return { kind, name: nameOf(state), ...failureOf(state), ...shared };
  }
  const name = nameOf(after);
  if ("failure" in after.result && !("failure" in before.result)) {
    return { kind: "broken", name, ...failureOf(after), ...shared };
  }
  if ("failure" in before.result && !("failure" in after.result)) {
    return { kind: "repaired", name, ...failureOf(before), ...shared };
  }
  return undefined;
}

function failureOf({ result }: RenderedState) {
  return "failure" in result ? { failure: result.failure } : {};
}

function nameOf({ id, variantName, locale }: RenderedState): StateName {
  return { id, variant: variantName, locale };
}

function resultOf(state: RenderedState | undefined): RenderedEmail | undefined {
  return state && "html" in state.result ? state.result : undefined;
}

function byKey({ states }: Side): ReadonlyMap<string, RenderedState> {
  return new Map(states.map((state) => [stateKey(state), state]));
}
