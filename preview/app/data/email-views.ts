import type { EmailQuery, EmailView, RenderSuccess, Variant } from "../../protocol/index.ts";
import { type EmailAsked, emailQuery } from "../route/email-query.ts";
import type { Answer, Problem } from "./ask.ts";
import { fetchEmailView } from "./email-endpoints.ts";

/** What is known of one email in one state. */
export interface EmailViewState {
  /** The last answer; stays while a newer one is on its way. */
  readonly view: EmailView | null;
  /** What it was before the last save that changed it. */
  readonly before: RenderSuccess | null;
  /** When it came, ms since the epoch. */
  readonly arrivedAt: number;
  /** Why there is no newer one. */
  readonly problem: Problem | null;
  readonly loading: boolean;
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

interface Entry {
  readonly query: EmailQuery;
  state: EmailViewState;
  fresh: boolean;
  watchers: number;
  request: AbortController | null;
}

const nothing: EmailViewState = {
  ...{ view: null, before: null, arrivedAt: 0 },
  ...{ problem: null, loading: false },
};

/** How many renders are kept; the one seen longest ago goes first. */
const capacity = 60;

/** Makes the store of renders. */
export function createEmailViews(fetchView: typeof fetchEmailView = fetchEmailView): EmailViews {
  const entries = new Map<string, Entry>();
  const listeners = new Set<() => void>();
  const variants = new Map<string, readonly Variant[]>();

  function entryOf(asked: EmailAsked): Entry {
    const query = emailQuery(asked);
    const key = keyOf(query);
    const known = entries.get(key);
    const entry = known ?? {
      query,
      state: nothing,
      fresh: false,
      watchers: 0,
      request: null,
    };
    // Set again, so that the order of the map is the order of use.
    entries.delete(key);
    entries.set(key, entry);
    if (!known) dropOldest();
    return entry;
  }

  function dropOldest(): void {
    for (const [key, entry] of entries) {
      if (entries.size <= capacity) return;
      if (entry.watchers === 0 && !entry.request) entries.delete(key);
    }
  }

  function update(entry: Entry, change: Partial<EmailViewState>): void {
    entry.state = { ...entry.state, ...change };
    for (const listener of [...listeners]) listener();
  }

  function load(entry: Entry): void {
    if (entry.fresh) return;
    entry.fresh = true;
    entry.request?.abort();
    const request = new AbortController();
    entry.request = request;
    update(entry, { loading: true });
    void fetchView(entry.query, { signal: request.signal }).then((answer) => {
      if (entry.request !== request) return;
      entry.request = null;
      settle(entry, answer);
    });
  }

  /** One typed on before the answer to an earlier key was there: no one will ask for it again. */
  function giveUp(entry: Entry): void {
    if (!entry.request) return;
    entry.request.abort();
    entry.request = null;
    entries.delete(keyOf(entry.query));
  }

  function settle(entry: Entry, answer: Answer<EmailView>): void {
    if (!answer.ok) {
      entry.fresh = answer.problem.kind === "missing";
      update(entry, { loading: false, problem: answer.problem });
      return;
    }
    // The same render keeps its identity, so that nothing downstream renders for nothing.
    const view = isSameRender(entry.state.view, answer.value) ? entry.state.view : answer.value;
    const arrivedAt = view === entry.state.view ? entry.state.arrivedAt : Date.now();
    if (answer.value.variants.length > 0) variants.set(answer.value.id, answer.value.variants);
    const before = beforeOf(entry.state, answer.value);
    update(entry, { view, before, arrivedAt, problem: null, loading: false });
  }

  return {
    read: (query) => entries.get(keyOf(emailQuery(query)))?.state ?? nothing,
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    load: (query) => load(entryOf(query)),
    watch(query) {
      const entry = entryOf(query);
      entry.watchers += 1;
      load(entry);
      return () => {
        entry.watchers -= 1;
        if (entry.watchers === 0 && entry.query.props !== null) giveUp(entry);
      };
    },
    invalidate(ids) {
      for (const entry of [...entries.values()]) {
        if (ids && !ids.includes(entry.query.id)) continue;
        entry.fresh = false;
        if (entry.watchers > 0) load(entry);
      }
    },
    variants: () => variants,
    seed(query, view) {
      const entry = entryOf(query);
      entry.fresh = true;
      variants.set(view.id, view.variants);
      entry.state = { ...nothing, view, arrivedAt: Date.now() };
    },
  };
}

function keyOf({ id, variant, locale, props }: EmailQuery): string {
  return JSON.stringify([id, variant, locale, props]);
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
