import { useEffect } from "react";
import type { EmailView } from "../../protocol/index.ts";
import { useClient } from "../data/client.ts";
import { site } from "../data/site.ts";

/** What shows goes first; then the file is read, so that the next save has something to differ from. */
const delayMs = 500;

/** Reads the file of the email that shows, at once where it is to be seen. */
export function useSourceAhead({ id, revision }: EmailView, atOnce: boolean): void {
  const { sources } = useClient();
  useEffect(() => {
    if (!site.hasSource) return;
    if (atOnce) {
      sources.load(id, revision);
      return;
    }
    const timer = setTimeout(() => sources.load(id, revision), delayMs);
    return () => clearTimeout(timer);
  }, [sources, id, revision, atOnce]);
}
