import type { Asker } from "../../../src/check/online/create-asker.ts";
import type { CheckOptions } from "../../../src/check/options.ts";
import type { SpamBox } from "../../../src/check/spam/create-spam-box.ts";
import type { CheckScope, EmailQuery, EmailView } from "../../protocol/index.ts";
import type { EmailGraph } from "../emails/email-graph.ts";
import type { CheckedState, Meter, StateChecker, StateSources } from "./state-checker.ts";

/** Checks emails of a project. */
export interface CheckService {
  /**
   * @param known the state as it was just rendered, which saves a render
   * @param meter what measures contrast @default that of {@link measureBy}
   * @returns undefined when there is no such email
   */
  check(query: EmailQuery, known?: EmailView, meter?: Meter): Promise<CheckedState | undefined>;
  /** What is checked for. */
  scope(): Promise<CheckScope>;
  /** Indexes of the config's exceptions that let something pass. */
  usedExceptions(): ReadonlySet<number>;
  /** The files of a checked email's module and of all that it imports. */
  modulesOf(realPath: string): readonly string[];
  /** From now on links and pictures are asked on the net, too. */
  goOnline(asker: Asker): void;
  /** From now on contrast is what a browser shows. */
  measureBy(meter: Meter): void;
  /** From now on what SpamAssassin says counts, too. */
  judgeSpam(box: SpamBox): void;
  /** The config may say something else now. */
  forgetConfig(): void;
}

/** What a {@link CheckService} works with. */
export interface CheckSources extends StateSources {
  readonly graph: EmailGraph;
  /** Asked when something is checked for the first time, and after a change of the config. */
  readonly options: () => Promise<CheckOptions>;
}

/** The rules with the options that they were made with. */
interface Loaded {
  readonly checker: StateChecker;
  readonly scope: CheckScope;
}

/** Creates the service; nothing is read before something is checked. */
export function createCheckService(sources: CheckSources): CheckService {
  let loading: Promise<Loaded> | undefined;
  let checker: StateChecker | undefined;
  let asker: Asker | undefined;
  let spamBox: SpamBox | undefined;
  let meter: Meter | undefined;

  /** The rules and their parsers take a tenth of a second to load: not before something is checked. */
  async function load(): Promise<Loaded> {
    const [{ createStateChecker }, { describeScope }] = await Promise.all([
      import("./state-checker.ts"),
      import("./describe-scope.ts"),
    ]);
    const options = await sources.options();
    return {
      checker: createStateChecker(
        { ...sources, asker: () => asker, spamBox: () => spamBox, meter: () => meter },
        options,
      ),
      scope: describeScope(options, sources.root),
    };
  }

  function loaded(): Promise<Loaded> {
    loading ??= load();
    return loading;
  }

  return {
    modulesOf: sources.graph.modulesOf,
    usedExceptions: () => checker?.usedExceptions ?? new Set(),
    scope: async () => (await loaded()).scope,
    async check(query, known, meter) {
      checker = (await loaded()).checker;
      return checker.check(query, known, meter);
    },
    goOnline(one) {
      asker = one;
    },
    measureBy(one) {
      meter = one;
    },
    judgeSpam(box) {
      spamBox = box;
    },
    forgetConfig() {
      loading = undefined;
    },
  };
}
