import { useEffect, useMemo, useState } from "react";
import type { FrameLook } from "../../route.ts";
import type { FrameContent } from "../frame-swapper.ts";
import type { ClientReport } from "./report.ts";

/** A content as a client would show it. */
export interface DressedContent {
  /** Null until there is something. */
  readonly dressed: FrameContent | null;
  readonly report: ClientReport | null;
}

const nothing: DressedContent = { dressed: null, report: null };

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
  const plain = useMemo(() => ({ dressed: content, report: null }), [content]);
  useEffect(() => {
    if (isPlain || !content) {
      setMade(plain);
      return;
    }
    let isWanted = true;
    void import("./load-dress.ts").then(({ dress }) => {
      if (!isWanted) return;
      const { html, report } = dress(content.html, { client, images });
      const name = `${client ?? "as sent"}, images ${images ? "on" : "off"}`;
      setMade({ dressed: { ...content, html, dress: name }, report });
    });
    return () => {
      isWanted = false;
    };
  }, [content, plain, client, images, isPlain]);
  return isPlain ? plain : made;
}
