import type { Finisher } from "./finish-html.ts";
import type { CheckTailwind } from "./react/check-tailwind.ts";
import type { RenderSubject } from "./react/explain-failure.ts";
import type { RenderMarkup } from "./react/render-markup.ts";
import type { RenderOptions } from "./render-options.ts";

/** What one render is done with. */
export interface RenderJob {
  readonly subject: RenderSubject;
  readonly options: RenderOptions;
  /** The language of an email that is written in several. */
  readonly locale?: string | undefined;
  readonly renderMarkup: RenderMarkup;
  readonly finish: Finisher;
  readonly checkTailwind: CheckTailwind;
}
