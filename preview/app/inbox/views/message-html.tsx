import { useMemo } from "react";
import type { InboxMessage } from "../../../protocol/index.ts";
import { fetchMessageHtml } from "../../data/inbox-endpoints.ts";
import { LightTable } from "../../frame/light-table.tsx";
import type { FrameLook } from "../../route.ts";
import { useFetchedText } from "./use-fetched-text.ts";

/** A message's HTML on the light table, as bound as an email's: it shows, and does nothing. */
export function MessageHtml({
  message: { id, subject },
  look,
  onLook,
}: {
  readonly message: InboxMessage;
  readonly look: FrameLook;
  readonly onLook: (change: Partial<FrameLook>) => void;
}) {
  const fetched = useFetchedText(fetchMessageHtml, id);
  // The title follows the message, which may be here before its HTML.
  const title = `Message: ${subject}`;
  const content = useMemo(
    () =>
      fetched?.answer.ok
        ? { token: fetched.id, scrollKey: fetched.id, title, html: fetched.answer.value }
        : null,
    [fetched, title],
  );
  if (fetched && !fetched.answer.ok) {
    return <p className="stage-note">{fetched.answer.problem.message}</p>;
  }
  return <LightTable content={content} look={look} onLook={onLook} />;
}
