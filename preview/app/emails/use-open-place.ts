import { useCallback } from "react";
import type { SourcePlace } from "../../protocol/index.ts";
import { postOpen } from "../data/email-endpoints.ts";
import { useNotices } from "../ui/notices.tsx";

/** Opens places in the reader's editor; where that fails, a notice says why and what would fix it. */
export function useOpenPlace(): (place: SourcePlace) => Promise<void> {
  const { notify } = useNotices();
  return useCallback(
    async (place) => {
      const answer = await postOpen(place);
      if (!answer.ok) notify({ tone: "failed", text: answer.problem.message });
    },
    [notify],
  );
}
