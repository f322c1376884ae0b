import { useEffect, useState } from "react";
import type { GitReference, ReferenceRenders } from "../../protocol/index.ts";
import { fetchReference, fetchReferences } from "../data/reference-endpoints.ts";
import { site } from "../data/site.ts";
import { useNotices } from "../ui/notices.tsx";

const none: readonly GitReference[] = [];

/** The git references that an email can be compared with; asked for once it is looked at. */
export function useReferences(id: string): readonly GitReference[] {
  const [known, setKnown] = useState<{
    readonly id: string;
    readonly references: readonly GitReference[];
  } | null>(null);
  useEffect(() => {
    if (site.isStatic) return;
    const asking = new AbortController();
    void fetchReferences(id, asking).then((answer) => {
      if (answer.ok && !asking.signal.aborted) setKnown({ id, ...answer.value });
    });
    return () => asking.abort();
  }, [id]);
  return known?.id === id ? known.references : none;
}

/** An email at a git reference; null as long as it is not here. @param ref null: none */
export function useReference(id: string, ref: string | null): ReferenceRenders | null {
  const [known, setKnown] = useState<({ readonly id: string } & ReferenceRenders) | null>(null);
  const { notify, announce } = useNotices();
  useEffect(() => {
    if (ref === null) return;
    const asking = new AbortController();
    announce(`Rendering the email as it was at ${ref}`);
    void fetchReference(id, ref, asking).then((answer) => {
      if (asking.signal.aborted) return;
      if (answer.ok) setKnown({ id, ...answer.value });
      else notify({ tone: "failed", text: answer.problem.message });
    });
    return () => asking.abort();
  }, [id, ref, notify, announce]);
  return known?.id === id && known.ref === ref ? known : null;
}
