import { useEffect, useState } from "react";
import type { ActivityMessage } from "../../../protocol/index.ts";
import { fetchActivityMessage } from "../../data/activity-endpoints.ts";
import type { Problem } from "../../data/ask.ts";
import { useClient } from "../../data/client.ts";
import { useStore } from "../../data/store.ts";

/** A message as far as it is known: the one before stays until the one asked for is there. */
export interface ActivityMessageState {
  readonly message: ActivityMessage | null;
  /** Why the one asked for is not there, or is not as it is now. */
  readonly problem: Problem | null;
}

/** Loads a message, and again with each change of the outbox. */
export function useActivityMessage(id: string): ActivityMessageState {
  const { activity } = useClient();
  const changes = useStore(activity.changes);
  const [message, setMessage] = useState<ActivityMessage | null>(null);
  const [failure, setFailure] = useState<{ id: string; problem: Problem } | null>(null);

  // biome-ignore lint/correctness/useExhaustiveDependencies: a change is a reason by itself
  useEffect(() => {
    const request = new AbortController();
    void fetchActivityMessage(id, { signal: request.signal }).then((answer) => {
      if (request.signal.aborted) return;
      setFailure(answer.ok ? null : { id, problem: answer.problem });
      if (answer.ok) setMessage(answer.value);
    });
    return () => request.abort();
  }, [id, changes]);

  return { message, problem: failure?.id === id ? failure.problem : null };
}
