import type { EmailSpread, EmailView } from "../../protocol/index.ts";
import { readStates } from "../export/read-states.ts";
import type { CheckService } from "./check-service.ts";
import { collectSpread } from "./collect-spread.ts";
import { faultKey } from "./describe-findings.ts";
import type { Idle } from "./idle.ts";

/** Finds out in which states of an email its faults are, while no one waits for anything else. */
export interface SpreadService {
  /** @returns undefined when there is no such email */
  spreadOf(id: string): Promise<EmailSpread | undefined>;
  /** Other rules may hold now. */
  forget(): void;
  close(): void;
}

/** An email with more states is told of in part. */
const mostStates = 60;
/** Emails whose answer is kept; the one asked for longest ago goes first. */
const capacity = 20;

/** Creates the service. */
export function createSpreadService(checks: CheckService, idle: Idle): SpreadService {
  const known = new Map<string, EmailSpread>();
  const underWay = new Map<string, Promise<EmailSpread | undefined>>();
  let isOver = false;

  async function find(id: string): Promise<EmailSpread | undefined> {
    const first = await checks.check({ id, variant: "default", locale: null, props: null });
    if (!first) return undefined;
    const { revision } = first.view;
    const last = known.get(id);
    if (last?.revision === revision) return last;
    const collector = collectSpread(first.view);
    const ask = async (address: string): Promise<EmailView> => {
      await idle.wait();
      const search = new URL(address, "http://preview").searchParams;
      const [variant, locale] = [search.get("variant") ?? "default", search.get("locale")];
      const state = await checks.check({ id, variant, locale, props: null });
      if (!state) throw new Error(`Cannot check ${id}: it is not there any more`);
      collector.add(state.view, locale, state.findings.map(faultKey));
      return state.view;
    };
    let stateCount = 0;
    let isWhole = true;
    for await (const { view } of readStates(id, ask)) {
      isWhole = stateCount < mostStates && view.revision === revision;
      if (!isWhole || isOver) break;
      stateCount += 1;
    }
    const spread = collector.spread(isWhole);
    known.delete(id);
    known.set(id, spread);
    const [oldest] = known.keys();
    if (known.size > capacity && oldest !== undefined) known.delete(oldest);
    return spread;
  }

  return {
    spreadOf(id) {
      let answer = underWay.get(id);
      if (!answer) {
        answer = find(id).finally(() => underWay.delete(id));
        underWay.set(id, answer);
      }
      return answer;
    },
    forget: () => known.clear(),
    close() {
      isOver = true;
    },
  };
}
