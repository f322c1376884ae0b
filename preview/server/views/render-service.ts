import { relative } from "node:path";
import { describeId } from "../../../src/build/describe-found.ts";
import type { FoundEmail } from "../../../src/build/find-emails.ts";
import type {
  EmailQuery,
  EmailView,
  PropsView,
  RenderFailure,
  RenderSuccess,
} from "../../protocol/index.ts";
import type { ProjectFolders } from "../../thread/failure/authored-frames.ts";
import { describeFailure } from "../../thread/failure/describe-failure.ts";
import { isEndless } from "../../thread/failure/endless-error.ts";
import type { ShownNames } from "../../thread/messages.ts";
import { normalPath } from "../../thread/normal-path.ts";
import type { ThreadView } from "../../thread/render/view-email.ts";
import type { InputOf, OutputOf, TaskName } from "../../thread/tasks/index.ts";
import type { EmailGraph } from "../emails/email-graph.ts";
import type { EmailListing } from "../emails/email-list.ts";
import { readComponentType } from "../props/source/read-component-type.ts";
import type { EmailThread } from "../thread/email-thread.ts";
import { createEndlessMemory } from "./endless-memory.ts";
import { createRecent } from "./recent.ts";

/** Renders emails when asked, each on its own: one that hangs or throws holds up no other. */
export interface RenderService {
  /** One email in one state, or `undefined` when there is no such email. */
  view(query: EmailQuery): Promise<EmailView | undefined>;
  /**
   * Does a task beside an email, in the thread that it is loaded in.
   *
   * @throws {Error} when there is no such email, or it does not load, or never ends
   * @throws what the task throws: its message, name, code and other plain fields
   */
  run<Name extends TaskName>(
    name: Name,
    query: EmailQuery,
    input: InputOf<Name>,
  ): Promise<OutputOf<Name>>;
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
export interface RenderServiceOptions extends ProjectFolders {
  readonly thread: EmailThread;
  readonly listing: EmailListing;
  readonly graph: EmailGraph;
  /** Who an email is from that names no one: what a send would take, too. */
  readonly sender: () => Promise<string>;
}

/** So many last good renders are kept to stand behind an error. */
const mostLastGood = 100;

/** Creates the service; it renders nothing before it is asked. */
export function createRenderService(options: RenderServiceOptions): RenderService {
  const { thread, listing, graph, root } = options;
  const lastGood = createRecent<RenderSuccess>(mostLastGood);
  const underWay = new Map<string, Promise<EmailView>>();
  const revisions = new Map<string, number>();
  const failed = new Map<string, FoundEmail>();
  const endless = createEndlessMemory();
  // From the clock, so that it grows over a restart too, and a page that stayed open follows.
  const first = Date.now();
  let newest = first;

  async function view(found: FoundEmail, query: EmailQuery): Promise<EmailView> {
    const { id, realPath, exportName } = found;
    const revision = revisions.get(id) ?? first;
    const file = normalPath(relative(root, found.path));
    const remembered = endless.get(query, revision);
    const answer =
      remembered ??
      ((await thread
        .run({ kind: "view", email: { id, realPath, exportName }, query })
        .catch((error: unknown) => failedView(query, error))) as ThreadView);
    const { result, ...shown } = answer;
    const base = { id, file, revision, ...shown };
    const states = [stateOf(query, shown.variant), anyStateOf(id, shown.variant)];
    if (result.status === "rendered") {
      const render = { ...result, from: result.from ?? (await options.sender()) };
      for (const state of states) lastGood.set(state, render);
      failed.delete(id);
      return { ...base, result: withIdWarning(found, file, render) };
    }
    // A save came between: what failed is not there any more, nor are the lines that it names.
    const isOvertaken = (revisions.get(id) ?? first) !== revision;
    if (isOvertaken && !result.endless && listing.get(id)) return view(found, query);
    failed.set(id, found);
    if (result.endless && !remembered) {
      endless.set(query, revision, answer);
      // No one waits for it any more, but it may go on for ever.
      thread.renew(answer);
    }
    const good = states.map((state) => lastGood.get(state)).find((one) => one !== undefined);
    return { ...base, result: { ...result, lastGood: good ?? null } };
  }

  /** What is shown when the thread itself could not answer. */
  function failedView(query: EmailQuery, error: unknown): ThreadView {
    const { phase = "load", shown } = (error ?? {}) as Partial<EndFacts>;
    return {
      ...(shown ?? { variants: [], variant: query.variant, locales: [] }),
      console: [],
      result: {
        ...{ status: "failed", phase, endless: isEndless(error) },
        ...describeFailure(error, options),
      },
    };
  }

  async function run<Name extends TaskName>(
    name: Name,
    query: EmailQuery,
    input: InputOf<Name>,
  ): Promise<OutputOf<Name>> {
    const { id } = query;
    const found = listing.get(id);
    if (!found) throw new Error(listing.whyMissing(id));
    const email = { id, realPath: found.realPath, exportName: found.exportName };
    const answer = await thread.run({ kind: "task", name, email, query, input });
    return answer as OutputOf<Name>;
  }

  return {
    run,
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
    async props({ id, variant }) {
      const found = listing.get(id);
      if (!found) return undefined;
      const revision = revisions.get(id) ?? first;
      const types = readComponentType(found.realPath, found.exportName);
      const asked = { id, variant, locale: null, props: null };
      return { revision, ...(await run("props", asked, { types })) };
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

/** An email that is defined with another id than its path says so beside what it renders to. */
function withIdWarning(
  { id, declaredId }: FoundEmail,
  file: string,
  result: RenderSuccess,
): RenderSuccess {
  if (!declaredId) return result;
  const { value, line, column } = declaredId;
  const place = { file, line, column };
  const warning = { code: "id-differs", message: describeId(id, value), place };
  return { ...result, warnings: [...(result.warnings ?? []), warning] };
}

/** What an email that was ended is known by. */
interface EndFacts extends Pick<RenderFailure, "phase"> {
  readonly shown: ShownNames;
}

/** Whatever was edited last: behind a prop that is refused stands what was good before it. */
function anyStateOf(id: string, variant: string): string {
  return JSON.stringify([id, variant]);
}

function stateOf({ id, locale, props }: EmailQuery, variant: string): string {
  return JSON.stringify([id, variant, locale, props]);
}
