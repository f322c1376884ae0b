import { useEffect, useMemo, useRef, useState } from "react";
import type { FrameLook } from "../../route.ts";
import type { FrameContent } from "../frame-swapper.ts";
import type { ClientReport } from "./report.ts";

/** A content as a client would show it. */
export interface DressedContent {
  /** Null until there is something. */
  readonly dressed: FrameContent | null;
  readonly report: ClientReport | null;
  /** Why it shows as it is sent after all. */
  readonly refusal: string | null;
}

const nothing: DressedContent = { dressed: null, report: null, refusal: null };

/** What was made, and of what. */
interface Made extends DressedContent {
  readonly from: FrameContent;
  readonly by: string;
}

/**
 * Makes of a content what the chosen client makes of it. Until that is done, what was there before
 * stays. A content that is to be shown as it is sent passes through untouched.
 */
export function useDressed(
  content: FrameContent | null,
  { client, images }: Pick<FrameLook, "client" | "images">,
): DressedContent {
  const by = client === null && images ? null : `${client ?? "sent"}, images ${images}`;
  const [made, setMade] = useState<Made | null>(null);
  useEffect(() => {
    if (by === null || !content) return;
    let isWanted = true;
    void import("./load-dress.ts").then(({ dress }) => {
      if (!isWanted) return;
      const { html, report, refusal } = dress(content.html, { client, images });
      const dressed = { ...content, html, dress: by };
      setMade({ from: content, by, dressed, report, refusal });
    });
    return () => {
      isWanted = false;
    };
  }, [content, client, images, by]);
  const plain = useMemo(() => ({ ...nothing, dressed: content }), [content]);
  const isMade = made !== null && made.from === content && made.by === by;
  const next = by === null ? plain : isMade ? made : null;
  const last = useRef(nothing);
  if (next) last.current = next;
  return next ?? last.current;
}
