import { useEffect } from "react";
import type { Activity } from "../../protocol/index.ts";
import { useClient } from "../data/client.ts";
import { useStore } from "../data/store.ts";

/** Changes that come in quick succession are asked for together, ms. */
const settleMs = 200;

/** How often an outbox that is not there is asked for again, ms. */
const againMs = 3_000;

/** Which outbox is shown and how it stands; it follows what happens. Null before the first answer. */
export function useActivity(): Activity | null {
  const { activity } = useClient();
  const state = useStore(activity.state);
  const changes = useStore(activity.changes);
  const isThere = state?.status === "ready" || state?.status === "none";

  // biome-ignore lint/correctness/useExhaustiveDependencies: a change is a reason by itself
  useEffect(() => {
    const wait = activity.state.get() === null ? 0 : settleMs;
    const timer = setTimeout(() => void activity.refresh(), wait);
    return () => clearTimeout(timer);
  }, [activity, changes]);
  useEffect(() => {
    if (isThere) return;
    const timer = setInterval(() => void activity.refresh(), againMs);
    return () => clearInterval(timer);
  }, [activity, isThere]);
  // What is there again has to be shown anew.
  useEffect(() => {
    if (isThere) activity.touch();
  }, [activity, isThere]);
  return state;
}
