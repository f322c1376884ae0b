import { useMemo } from "react";
import type { InboxMessage } from "../../protocol.ts";
import { fetchMessageHtml } from "../data/api.ts";
import { LightTable } from "../frame/light-table.tsx";
import type { FrameLook, FrameWidth } from "../route.ts";
import { useFetchedText } from "./use-fetched-text.ts";

/** A message's HTML on the light table, as bound as an email's: it shows, and does nothing. */
export function MessageHtml({
  message,
  look,
  onWidth,
}: {
  readonly message: InboxMessage;
  readonly look: FrameLook;
  readonly onWidth: (width: FrameWidth) => void;
}) {
  const { id, subject } = message;
  const html = useFetchedText(fetchMessageHtml, id);
  const content = useMemo(
    () =>
      html?.ok
        ? { token: id, scrollKey: id, title: `Message: ${subject}`, html: html.value }
        : null,
    [html, id, subject],
  );
  if (html && !html.ok) return <p className="stage-note">{html.problem.message}</p>;
  return <LightTable content={content} theme={look.theme} width={look.width} onWidth={onWidth} />;
}
