import { useEffect, useMemo, useState } from "react";
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

/**
 * Makes of a content what the chosen client makes of it. Until that is done, what was there before
 * stays. A content that is to be shown as it is sent passes through untouched.
 */
export function useDressed(
  content: FrameContent | null,
  { client, images }: Pick<FrameLook, "client" | "images">,
): DressedContent {
  const isPlain = client === null && images;
  const [made, setMade] = useState(nothing);
  const plain = useMemo(() => ({ dressed: content, report: null, refusal: null }), [content]);
  useEffect(() => {
    if (isPlain || !content) {
      setMade(plain);
      return;
    }
    let isWanted = true;
    void import("./load-dress.ts").then(({ dress }) => {
      if (!isWanted) return;
      const { html, report, refusal } = dress(content.html, { client, images });
      const name = `${client ?? "as sent"}, images ${images ? "on" : "off"}`;
      setMade({ dressed: { ...content, html, dress: name }, report, refusal });
    });
    return () => {
      isWanted = false;
    };
  }, [content, plain, client, images, isPlain]);
  return isPlain ? plain : made;
}
