import type { EmailView, RenderSuccess, Variant } from "../../protocol/index.ts";
import { type EmailAsked, emailQuery } from "../route/email-query.ts";
import { fetchEmailView } from "./email-endpoints.ts";
import { type AnswerState, createWatchedAnswers } from "./watched-answers.ts";

/** What is known of one email in one state. */
export interface EmailViewState extends AnswerState {
  /** The last answer; stays while a newer one is on its way. */
  readonly view: EmailView | null;
  /** What it was before the last save that changed it. */
  readonly before: RenderSuccess | null;
  /** When it came, ms since the epoch. */
  readonly arrivedAt: number;
}

/** The renders that this page has seen, kept so that going back to one takes no time. */
export interface EmailViews {
  read(query: EmailAsked): EmailViewState;
  subscribe(listener: () => void): () => void;
  /** Fetches unless what is here is fresh or on its way. */
  load(query: EmailAsked): void;
  /** Loads now and again after every change, until the returned function is called. */
  watch(query: EmailAsked): () => void;
  /** Something on disk changed; null: anything may have. */
  invalidate(ids: readonly string[] | null): void;
  /** Variants of every email that was seen, by id. */
  variants(): ReadonlyMap<string, readonly Variant[]>;
  /** Puts in what the page was served with. */
  seed(query: EmailAsked, view: EmailView): void;
}

const nothing: EmailViewState = {
  ...{ view: null, before: null, arrivedAt: 0 },
  ...{ problem: null, loading: false },
};

/** How many renders are kept. */
const capacity = 60;

/** Makes the store of renders. */
export function createEmailViews(fetchView: typeof fetchEmailView = fetchEmailView): EmailViews {
  const variants = new Map<string, readonly Variant[]>();
  const answers = createWatchedAnswers<EmailView, EmailViewState>({
    ...{ fetch: fetchView, nothing, capacity, take },
    isFinal: ({ kind }) => kind === "missing",
    // Those of the variants are asked for again.
    isPassing: ({ props }) => props !== null,
  });

  function take(state: EmailViewState, answer: EmailView): Partial<EmailViewState> {
    // The same render keeps its identity, so that nothing downstream renders for nothing.
    const view = isSameRender(state.view, answer) ? state.view : answer;
    const arrivedAt = view === state.view ? state.arrivedAt : Date.now();
    if (answer.variants.length > 0) variants.set(answer.id, answer.variants);
    return { view, before: beforeOf(state, answer), arrivedAt };
  }

  return {
    read: (query) => answers.read(emailQuery(query)),
    subscribe: answers.subscribe,
    load: (query) => answers.load(emailQuery(query)),
    watch: (query) => answers.watch(emailQuery(query)),
    invalidate: answers.invalidate,
    variants: () => variants,
    seed(query, view) {
      variants.set(view.id, view.variants);
      answers.seed(emailQuery(query), { ...nothing, view, arrivedAt: Date.now() });
    },
  };
}

/** A save that changed nothing, and one that broke the email, leave what was before in its place. */
function beforeOf({ view: old, before }: EmailViewState, view: EmailView): RenderSuccess | null {
  const last = old && lastRenderOf(old);
  if (!last || view.result.status !== "rendered") return before;
  return last.html === view.result.html && last.text === view.result.text ? before : last;
}

/** The email as it is, or as it last was when it does not render now. */
export function lastRenderOf({ result }: EmailView): RenderSuccess | null {
  return result.status === "rendered" ? result : result.lastGood;
}

function isSameRender(before: EmailView | null, after: EmailView): boolean {
  return (
    before !== null &&
    before.revision === after.revision &&
    before.variant === after.variant &&
    sameBut(before, after)
  );
}

/** Equal but for the time that the render took. */
function sameBut(before: EmailView, after: EmailView): boolean {
  const text = (view: EmailView) =>
    JSON.stringify(view, (key, value) => (key === "renderMs" ? 0 : value));
  return text(before) === text(after);
}
