import { relative } from "node:path";
import { normalizePath, type RunnableDevEnvironment } from "vite";
import type { FoundEmail } from "../../../src/build/find-emails.ts";
import type {
  EmailQuery,
  EmailView,
  PropsView,
  RenderFailure,
  RenderSuccess,
} from "../../protocol.ts";
import type { EmailGraph } from "../emails/email-graph.ts";
import type { EmailListing } from "../emails/email-list.ts";
import { findIssues } from "../props/find-issues.ts";
import { viewProps } from "../props/props-view.ts";
import { applyQuery } from "./apply-query.ts";
import { describeFailure, type FailureContext } from "./describe-failure.ts";
import type { Letterpress } from "./letterpress.ts";
import { type LoadedEmail, loadEmail } from "./load-email.ts";
import type { PropsVariant } from "./name-variants.ts";
import { createRecent } from "./recent.ts";
import { renderVariant } from "./render-variant.ts";

/** Renders emails when asked, each on its own: one that hangs or throws holds up no other. */
export interface RenderService {
  /** One email in one state, or `undefined` when there is no such email. */
  view(query: EmailQuery): Promise<EmailView | undefined>;
  /**
   * The module and the state to send.
   *
   * @throws when it does not load, or there is no such variant
   */
  load(query: EmailQuery): Promise<{ email: LoadedEmail; variant: PropsVariant }>;
  /**
   * What can be edited of an email, or `undefined` when there is no such email.
   *
   * @throws when it does not load
   */
  props(query: Pick<EmailQuery, "id" | "variant">): Promise<PropsView | undefined>;
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

  async function view(found: FoundEmail, query: EmailQuery): Promise<EmailView> {
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
      variant = loaded.variants.find((one) => one.slug === query.variant) ?? loaded.variants[0];
      phase = "render";
      const asked = applyQuery(loaded, variant, query);
      const result = await renderVariant(await options.letterpress(), loaded, asked);
      lastGood.set(stateOf(query, variant.slug), result);
      lastGood.set(anyStateOf(id, variant.slug), result);
      failed.delete(id);
      return { ...base, ...namesOf(loaded), variant: variant.slug, result };
    } catch (error) {
      failed.set(id, found);
      const shown = variant?.slug ?? query.variant;
      const result: RenderFailure = {
        status: "failed",
        phase,
        ...describeFailure(error, options),
        issues: findIssues(error),
        lastGood:
          lastGood.get(stateOf(query, shown)) ?? lastGood.get(anyStateOf(id, shown)) ?? null,
      };
      return { ...base, ...namesOf(loaded), variant: shown, result };
    }
  }

  return {
    async view(query) {
      const found = listing.get(query.id);
      if (!found) return undefined;
      const key = `${stateOf(query, query.variant)}?${revisions.get(query.id)}`;
      let answer = underWay.get(key);
      if (!answer) {
        answer = view(found, query).finally(() => underWay.delete(key));
        underWay.set(key, answer);
      }
      return answer;
    },
    async load(query) {
      const { id } = query;
      const found = listing.get(id);
      if (!found) throw new Error(`Cannot find the email "${id}": it was deleted or renamed`);
      const email = await loadEmail(environment, found);
      const variant = email.variants.find((one) => one.slug === query.variant);
      if (!variant) throw new Error(`Cannot find the variant "${query.variant}" of "${id}"`);
      return { email, variant: applyQuery(email, variant, query) };
    },
    async props({ id, variant }) {
      const found = listing.get(id);
      if (!found) return undefined;
      const revision = revisions.get(id) ?? first;
      return { revision, ...viewProps(found, await loadEmail(environment, found), variant) };
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

function namesOf(loaded: LoadedEmail | undefined): Pick<EmailView, "variants" | "locales"> {
  const variants = loaded?.variants.map(({ name, slug }) => ({ name, slug })) ?? [];
  return { variants, locales: loaded?.locales ?? [] };
}

/** Whatever was edited last: behind a prop that is refused stands what was good before it. */
function anyStateOf(id: string, variant: string): string {
  return JSON.stringify([id, variant]);
}

function stateOf({ id, locale, props }: EmailQuery, variant: string): string {
  return JSON.stringify([id, variant, locale, props]);
}
