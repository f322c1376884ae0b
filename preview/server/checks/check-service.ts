import type { CheckOptions } from "../../../src/check/options.ts";
import type { EmailQuery } from "../../protocol/index.ts";
import type { EmailGraph } from "../emails/email-graph.ts";
import type { CheckedState, StateChecker, StateSources } from "./state-checker.ts";

/** Checks emails of a project. */
export interface CheckService {
  /** @returns undefined when there is no such email */
  check(query: EmailQuery): Promise<CheckedState | undefined>;
  /** Indexes of the config's exceptions that let something pass. */
  usedExceptions(): ReadonlySet<number>;
  /** The files of a checked email's module and of all that it imports. */
  modulesOf(realPath: string): readonly string[];
}

/** What a {@link CheckService} works with. */
export interface CheckSources extends StateSources {
  readonly graph: EmailGraph;
  /** Asked once, when something is checked for the first time. */
  readonly options: () => Promise<CheckOptions>;
}

/** Creates the service; nothing is read before something is checked. */
export function createCheckService(sources: CheckSources): CheckService {
  let loading: Promise<StateChecker> | undefined;
  let checker: StateChecker | undefined;

  /** The rules and their parsers take a tenth of a second to load: not before something is checked. */
  async function load(): Promise<StateChecker> {
    const { createStateChecker } = await import("./state-checker.ts");
    return createStateChecker(sources, await sources.options());
  }

  return {
    modulesOf: sources.graph.modulesOf,
    usedExceptions: () => checker?.usedExceptions ?? new Set(),
    async check(query) {
      loading ??= load();
      checker = await loading;
      return checker.check(query);
    },
  };
}
