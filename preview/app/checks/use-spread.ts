import { useEffect, useState } from "react";
import type { EmailSpread } from "../../protocol/index.ts";
import { fetchSpread } from "../data/check-endpoints.ts";

/** In which states of an email its faults are; null until that is known, which may take a while. */
export function useSpread(id: string, revision: number): EmailSpread | null {
  const [known, setKnown] = useState<{ readonly id: string; readonly spread: EmailSpread } | null>(
    null,
  );
  useEffect(() => {
    // Asked again for each revision, though the question is the same.
    void revision;
    const request = new AbortController();
    void fetchSpread(id, { signal: request.signal }).then((answer) => {
      if (!request.signal.aborted && answer.ok) setKnown({ id, spread: answer.value });
    });
    return () => request.abort();
  }, [id, revision]);
  return known?.id === id ? known.spread : null;
}
