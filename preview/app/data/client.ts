import { createContext, useContext } from "react";
import type {
  EmailList,
  EmailSummary,
  InitialState,
  PassedOverFile,
  Project,
  ServerEvent,
} from "../../protocol/index.ts";
import { type ActivityData, createActivityData } from "./activity.ts";
import { createDrafts, type Drafts } from "./drafts.ts";
import { fetchEmails, fetchProject } from "./email-endpoints.ts";
import { createEmailViews, type EmailViews } from "./email-views.ts";
import { createFindings, type Findings } from "./findings.ts";
import { createInboxData, type InboxData } from "./inbox.ts";
import { type ConnectionState, createLive } from "./live.ts";
import { createReviews, type Reviews } from "./reviews.ts";
import { site } from "./site.ts";
import { createSources, type Sources } from "./sources.ts";
import { createStaticViews } from "./static-views.ts";
import { createStore, type Store } from "./store.ts";

/** Everything that the page knows of the server, and keeps knowing as it changes. */
export interface Client {
  readonly project: Store<Project | null>;
  /** Null before the first answer. */
  readonly emails: Store<readonly EmailSummary[] | null>;
  /** Files of the emails folder that hold no email. */
  readonly passedOver: Store<readonly PassedOverFile[]>;
  /** Whether there is an emails folder; true before the first answer. */
  readonly folderExists: Store<boolean>;
  readonly views: EmailViews;
  /** How often the history of an email grew since the page was opened. */
  readonly historyGrown: Store<ReadonlyMap<string, number>>;
  /** What was edited of each email. */
  readonly drafts: Drafts;
  readonly sources: Sources;
  readonly findings: Findings;
  readonly inbox: InboxData;
  readonly activity: ActivityData;
  readonly reviews: Reviews;
  /** A number that grows when a phone was let in, or all were sent away. */
  readonly phoneChanges: Store<number>;
  readonly connection: Store<ConnectionState>;
  /** Begins to listen. @returns a function that ends it */
  start(): () => void;
}

/** Makes the client, from what the page was served with when there is something. */
export function createClient(initial: InitialState | null): Client {
  const project = createStore<Project | null>(initial?.project ?? null);
  const emails = createStore<readonly EmailSummary[] | null>(initial?.list.emails ?? null);
  const passedOver = createStore(initial?.list.passedOver ?? []);
  const folderExists = createStore(initial?.list.folderExists ?? true);
  const views = createEmailViews(site.isStatic ? createStaticViews() : undefined);
  const drafts = createDrafts();
  const historyGrown = createStore<ReadonlyMap<string, number>>(new Map());
  const sources = createSources();
  const findings = createFindings();
  const inbox = createInboxData();
  const activity = createActivityData();
  const phoneChanges = createStore(0);
  const reviews = createReviews();
  if (initial?.shown) views.seed(initial.shown.query, initial.shown.view);

  function handle(event: ServerEvent): void {
    if (event.type === "emails") setList(event);
    else if (event.type === "edited") markEdited(event.id, event.modifiedAt);
    else if (event.type === "changed") change(event.ids);
    else if (event.type === "history") grow(event.id);
    else if (event.type === "counted") findings.setCount(event.count);
    else if (event.type === "received") inbox.receive(event.message, event.evicted);
    else if (event.type === "removed") inbox.remove(event.ids);
    else if (event.type === "marked") inbox.mark(event.ids, event.read);
    else if (event.type === "activity") activity.touch();
    else if (event.type === "phone") phoneChanges.set(phoneChanges.get() + 1);
    else location.reload();
  }

  function grow(id: string): void {
    const before = historyGrown.get();
    historyGrown.set(new Map(before).set(id, (before.get(id) ?? 0) + 1));
  }

  /** Any of them: the config may say something else of the session, too. */
  function change(ids: readonly string[] | null): void {
    invalidate(ids);
    if (ids === null) void fetchProject().then((answer) => answer.ok && project.set(answer.value));
  }

  function invalidate(ids: readonly string[] | null): void {
    views.invalidate(ids);
    findings.invalidate(ids);
  }

  /** What came or went is asked for anew: an open email may be gone, or be back. */
  function setList(list: EmailList): void {
    keepRest(list);
    setEmails(list.emails);
  }

  function keepRest(list: EmailList): void {
    passedOver.set(list.passedOver);
    folderExists.set(list.folderExists);
  }

  function setEmails(next: readonly EmailSummary[]): void {
    const before = emails.get() ?? [];
    emails.set(next);
    const isIn = (list: readonly EmailSummary[], id: string) => list.some((one) => one.id === id);
    const gone = before.filter(({ id }) => !isIn(next, id));
    const come = next.filter(({ id }) => !isIn(before, id));
    invalidate([...gone, ...come].map(({ id }) => id));
  }

  function markEdited(id: string, modifiedAt: number): void {
    const list = emails.get() ?? [];
    emails.set(list.map((email) => (email.id === id ? { ...email, modifiedAt } : email)));
  }

  async function refresh(): Promise<void> {
    invalidate(null);
    activity.touch();
    const [projectAnswer, emailsAnswer] = await Promise.all([
      fetchProject(),
      fetchEmails(),
      site.isStatic ? undefined : inbox.refresh(),
    ]);
    if (projectAnswer.ok) project.set(projectAnswer.value);
    if (emailsAnswer.ok) {
      emails.set(emailsAnswer.value.emails);
      keepRest(emailsAnswer.value);
    }
    // After all that is to be seen first.
    await findings.refreshCounts();
  }

  const live = createLive({ onEvent: handle, onOpen: () => void refresh() });
  // Nothing happens to files on a static host: they are read once.
  const readOnce = () => {
    void refresh();
    return () => undefined;
  };
  const start = site.isStatic ? readOnce : live.start;
  return {
    ...{ project, emails, passedOver, folderExists, views, drafts, sources, findings },
    ...{ historyGrown, inbox, activity, reviews, phoneChanges, connection: live.state, start },
  };
}

/** Gives the client to every component below. */
export const ClientContext = createContext<Client | null>(null);

/** The client of this page. */
export function useClient(): Client {
  const client = useContext(ClientContext);
  if (!client) throw new Error("Cannot use the client: there is no ClientContext above");
  return client;
}
