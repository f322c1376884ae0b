import { useMemo } from "react";
import type { InboxList, InboxSummary } from "../../protocol/index.ts";
import type { InboxRoute } from "../route.ts";
import { countMailboxes, type MailboxCount } from "./list/mailbox-counts.ts";
import { matchMessages } from "./search/match-search.ts";
import { parseSearch } from "./search/parse-search.ts";
import { useSearchText } from "./search/use-search-text.ts";
import { useTextMatches } from "./search/use-text-matches.ts";
import { groupThreads, type Thread } from "./threads.ts";

/** The inbox as the mailbox and the search leave it. */
export interface InboxView {
  /** The route with what is typed now. */
  readonly route: InboxRoute;
  readonly typed: string;
  readonly setTyped: (typed: string) => void;
  /** What of the search was not understood. */
  readonly complaint: string | null;
  readonly mailboxes: readonly MailboxCount[];
  /** Newest first. */
  readonly threads: readonly Thread[];
  /** How many messages these are. */
  readonly messageCount: number;
  /** The thread of the opened message, whole. */
  readonly opened: Thread | null;
}

const none: readonly InboxSummary[] = [];

/** Searches the inbox and puts its messages into threads; at each change of either. */
export function useInboxView(asked: InboxRoute, list: InboxList | null): InboxView {
  const [typed, setTyped] = useSearchText(asked);
  const messages = list?.messages ?? none;
  const search = useMemo(() => parseSearch(typed, Date.now()), [typed]);
  const inText = useTextMatches(search.words, messages);

  const found = useMemo(
    () =>
      matchMessages(messages, search, {
        isUnread: ({ isRead }) => !isRead,
        inText,
      }),
    [messages, search, inText],
  );
  const mailboxes = useMemo(() => countMailboxes(messages, found), [messages, found]);
  const shown = useMemo(
    () =>
      asked.mailbox === null ? found : found.filter(({ mailbox }) => mailbox === asked.mailbox),
    [found, asked.mailbox],
  );
  const all = useMemo(() => groupThreads(messages), [messages]);
  const threads = useMemo(
    () => (shown === messages ? all : groupThreads(shown)),
    [shown, messages, all],
  );
  const opened = useMemo(
    () => all.find((thread) => thread.messages.some(({ id }) => id === asked.id)) ?? null,
    [all, asked.id],
  );
  const route = useMemo(() => ({ ...asked, search: typed }), [asked, typed]);
  return {
    route,
    typed,
    setTyped,
    complaint: search.complaint,
    mailboxes,
    threads,
    messageCount: shown.length,
    opened,
  };
}
