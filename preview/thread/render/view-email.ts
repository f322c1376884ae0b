import type { ConsoleLine, EmailView, RenderFailure } from "../../protocol/index.ts";
import { firstHalf, mergeLines } from "../console/console-lines.ts";
import type { CurrentRun } from "../current-run.ts";
import { describeComponents } from "../failure/describe-components.ts";
import { describeFailure } from "../failure/describe-failure.ts";
import { isEndless } from "../failure/endless-error.ts";
import type { Letterpress } from "../letterpress.ts";
import type { LoadedEmail } from "../load/load-email.ts";
import type { createLoader } from "../load/load-on-behalf.ts";
import type { EmailRunner } from "../load/module-runner.ts";
import type { PropsVariant } from "../load/name-variants.ts";
import type { ShownNames, WorkerRequest, WorkerSettings } from "../messages.ts";
import { findIssues } from "../props/find-issues.ts";
import { applyQuery } from "./apply-query.ts";
import { renderVariant, type ThreadRender } from "./render-variant.ts";

/** An email in one state, as far as the thread can tell: the server knows the rest. */
export interface ThreadView extends ShownNames, Required<Pick<EmailView, "console">> {
  readonly result: ThreadRender | Omit<RenderFailure, "lastGood">;
}

/** What views are made with. */
export interface ViewSources {
  readonly settings: WorkerSettings;
  readonly runner: EmailRunner;
  readonly current: CurrentRun;
  readonly load: ReturnType<typeof createLoader>;
  readonly letterpress: () => Promise<Letterpress>;
  readonly onLoaded: (shown: ShownNames) => void;
}

/** Renders an email. Does not throw: what the email throws is a view too. */
export async function viewEmail(
  number: number,
  { email, query }: Extract<WorkerRequest, { kind: "view" }>,
  { settings, runner, current, load, letterpress, onLoaded }: ViewSources,
): Promise<ThreadView> {
  const linesAtLoad: ConsoleLine[] = [];
  let loadLines: readonly ConsoleLine[] = linesAtLoad;
  const lines: ConsoleLine[] = [];
  let phase: RenderFailure["phase"] = "load";
  let loaded: LoadedEmail | undefined;
  let variant: PropsVariant | undefined;
  const shown = (own: readonly ConsoleLine[]) => ({
    console: mergeLines([...loadLines, ...own]),
    ...(loaded ? namesOf(loaded) : { variants: [], locales: [] }),
    variant: variant?.slug ?? query.variant,
  });
  try {
    const answer = await load(number, email, linesAtLoad);
    loaded = answer.loaded;
    loadLines = answer.lines;
    const found = variantOf(loaded, query.variant);
    variant = found;
    phase = "render";
    onLoaded({ ...namesOf(loaded), variant: variant.slug });
    const asked = applyQuery(loaded, variant, query);
    const own = await letterpress();
    const run = { number, phase, ranModule: false, lines } as const;
    const result = await current.during(run, () =>
      renderVariant(own, answer.loaded, asked, settings),
    );
    return { ...shown(lines), result };
  } catch (error) {
    const components = describeComponents(error, runner, settings);
    const described = describeFailure(error, settings, components[0]?.place);
    const failure = {
      ...({ status: "failed", phase, ...described, components } as const),
      ...{ endless: isEndless(error), issues: findIssues(error) },
    };
    // A render that fails is done once more, to find out where: what it wrote is there twice.
    return { ...shown(firstHalf(lines)), result: failure };
  }
}

function namesOf({ variants, locales }: LoadedEmail): Pick<EmailView, "variants" | "locales"> {
  return { variants: variants.map(({ name, slug }) => ({ name, slug })), locales };
}

/** The variant of a slug, or the default one. */
export function variantOf({ variants }: LoadedEmail, slug: string): PropsVariant {
  return variants.find((one) => one.slug === slug) ?? variants[0];
}
