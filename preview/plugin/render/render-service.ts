import { relative } from "node:path";
import { normalizePath, type RunnableDevEnvironment } from "vite";
import type { FoundEmail } from "../../../src/build/find-emails.ts";
import type { EmailView, RenderFailure, RenderSuccess } from "../../protocol.ts";
import type { EmailGraph } from "../emails/email-graph.ts";
import type { EmailListing } from "../emails/email-list.ts";
import { describeFailure, type FailureContext } from "./describe-failure.ts";
import type { Letterpress } from "./letterpress.ts";
import { type LoadedEmail, loadEmail } from "./load-email.ts";
import type { PropsVariant } from "./name-variants.ts";
import { createRecent } from "./recent.ts";
import { renderVariant } from "./render-variant.ts";

/** Renders emails when asked, each on its own: one that hangs or throws holds up no other. */
export interface RenderService {
  /** One email in one variant, or `undefined` when there is no such email. */
  view(id: string, variantSlug: string | undefined): Promise<EmailView | undefined>;
  /** The module and variant to send. @throws when it does not load, or there is no such variant */
  load(id: string, variantSlug: string): Promise<{ email: LoadedEmail; variant: PropsVariant }>;
  /** Notes that these emails may render anew. */
  markChanged(ids: readonly string[]): void;
  /** Lets emails that did not load or render be tried from the ground. @returns their ids */
  retryFailed(): readonly string[];
}

/** What a {@link RenderService} works with. */
export interface RenderServiceOptions extends FailureContext {
  readonly environment: RunnableDevEnvironment;
  readonly listing: EmailListing;
  readonly graph: EmailGraph;
  /** The package as the project's emails see it. */
  readonly letterpress: () => Promise<Letterpress>;
}

/** So many last good renders are kept to stand behind an error. */
const mostLastGood = 100;

/** Creates the service; it renders nothing before it is asked. */
export function createRenderService(options: RenderServiceOptions): RenderService {
  const { environment, listing, graph, root } = options;
  const lastGood = createRecent<RenderSuccess>(mostLastGood);
  const underWay = new Map<string, Promise<EmailView>>();
  const revisions = new Map<string, number>();
  const failed = new Map<string, FoundEmail>();
  // From the clock, so that it grows over a restart too, and a page that stayed open follows.
  const first = Date.now();
  let newest = first;

  async function view(found: FoundEmail, slug: string | undefined): Promise<EmailView> {
    const { id } = found;
    const base = {
      id,
      file: normalizePath(relative(root, found.path)),
      revision: revisions.get(id) ?? first,
    };
    let phase: RenderFailure["phase"] = "load";
    let loaded: LoadedEmail | undefined;
    let variant: PropsVariant | undefined;
    try {
      loaded = await loadEmail(environment, found);
      variant = loaded.variants.find((one) => one.slug === slug) ?? loaded.variants[0];
      phase = "render";
      const result = await renderVariant(await options.letterpress(), loaded, variant);
      lastGood.set(`${id}?${variant.slug}`, result);
      failed.delete(id);
      return { ...base, variants: publicNames(loaded), variant: variant.slug, result };
    } catch (error) {
      failed.set(id, found);
      const shown = variant?.slug ?? slug ?? "default";
      const result: RenderFailure = {
        status: "failed",
        phase,
        ...describeFailure(error, options),
        lastGood: lastGood.get(`${id}?${shown}`) ?? null,
      };
      return { ...base, variants: loaded ? publicNames(loaded) : [], variant: shown, result };
    }
  }

  return {
    async view(id, slug) {
      const found = listing.get(id);
      if (!found) return undefined;
      const key = `${id}?${slug ?? ""}?${revisions.get(id)}`;
      let answer = underWay.get(key);
      if (!answer) {
        answer = view(found, slug).finally(() => underWay.delete(key));
        underWay.set(key, answer);
      }
      return answer;
    },
    async load(id, slug) {
      const found = listing.get(id);
      if (!found) throw new Error(`Cannot find the email "${id}": it was deleted or renamed`);
      const email = await loadEmail(environment, found);
      const variant = email.variants.find((one) => one.slug === slug);
      if (!variant) throw new Error(`Cannot find the variant "${slug}" of "${id}"`);
      return { email, variant };
    },
    markChanged(ids) {
      newest += 1;
      for (const id of ids) revisions.set(id, newest);
    },
    retryFailed() {
      for (const { realPath } of failed.values()) graph.forgetFailed(realPath);
      const ids = [...failed.keys()].filter((id) => listing.get(id));
      failed.clear();
      return ids;
    },
  };
}

function publicNames({ variants }: LoadedEmail): EmailView["variants"] {
  return variants.map(({ name, slug }) => ({ name, slug }));
}
