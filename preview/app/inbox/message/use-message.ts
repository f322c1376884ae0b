import { useEffect, useState } from "react";
import type { InboxMessage } from "../../../protocol/index.ts";
import type { Problem } from "../../data/ask.ts";
import { useClient } from "../../data/client.ts";
import { fetchMessage } from "../../data/inbox-endpoints.ts";
import { useStore } from "../../data/store.ts";

/** A message as far as it is known. */
export interface MessageState {
  /** The one that was shown before, until the one asked for is there. */
  readonly message: InboxMessage | null;
  /** Why the one asked for is not there. */
  readonly problem: Problem | null;
  /** It was deleted while it was being read. */
  readonly isGone: boolean;
}

/** Loads a message and marks it as read; asks again once a server that was away is back. */
export function useMessage(id: string): MessageState {
  const { inbox, connection } = useClient();
  const [message, setMessage] = useState<InboxMessage | null>(null);
  const [failure, setFailure] = useState<{ id: string; problem: Problem } | null>(null);
  const list = useStore(inbox.list);
  const isAway = useStore(connection) === "lost";

  useEffect(() => {
    if (isAway) return;
    const request = new AbortController();
    void fetchMessage(id, { signal: request.signal }).then((answer) => {
      if (request.signal.aborted) return;
      setFailure(answer.ok ? null : { id, problem: answer.problem });
      if (!answer.ok) return;
      setMessage(answer.value);
      inbox.markRead(answer.value);
    });
    return () => request.abort();
  }, [id, inbox, isAway]);

  const isGone =
    list !== null && message?.id === id && !list.messages.some((listed) => listed.id === id);
  return { message, problem: failure?.id === id ? failure.problem : null, isGone };
}
