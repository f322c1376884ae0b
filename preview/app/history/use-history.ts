import { useEffect, useState } from "react";
import type { History, HistoryEntry, HistorySave } from "../../protocol/index.ts";
import { useClient } from "../data/client.ts";
import { fetchHistory, fetchHistorySave } from "../data/history-endpoints.ts";
import { site } from "../data/site.ts";
import { useStore } from "../data/store.ts";

const none: readonly HistoryEntry[] = [];

/** The saves of an email that are kept, the newest first; asked for anew with each save. */
export function useHistory(id: string): readonly HistoryEntry[] {
  const grown = useStore(useClient().historyGrown).get(id) ?? 0;
  const [known, setKnown] = useState<{ readonly id: string; readonly history: History } | null>(
    null,
  );
  useEffect(() => {
    if (site.isStatic) return;
    // Asked again for each save, though the question is the same.
    void grown;
    const asking = new AbortController();
    void fetchHistory(id, asking).then((answer) => {
      if (answer.ok && !asking.signal.aborted) setKnown({ id, history: answer.value });
    });
    return () => asking.abort();
  }, [id, grown]);
  return known?.id === id ? known.history.entries : none;
}

/** One save of an email; null as long as it is not here. @param key null: none */
export function useHistorySave(id: string, key: string | null): HistorySave | null {
  const grown = useStore(useClient().historyGrown).get(id) ?? 0;
  const [known, setKnown] = useState<{ readonly id: string; readonly save: HistorySave } | null>(
    null,
  );
  useEffect(() => {
    if (key === null) return;
    // Its renders may have come.
    void grown;
    const asking = new AbortController();
    void fetchHistorySave(id, key, asking).then((answer) => {
      if (answer.ok && !asking.signal.aborted) setKnown({ id, save: answer.value });
    });
    return () => asking.abort();
  }, [id, key, grown]);
  return key !== null && known?.id === id && known.save.key === key ? known.save : null;
}
