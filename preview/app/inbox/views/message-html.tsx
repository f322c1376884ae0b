import { useMemo } from "react";
import type { InboxMessage } from "../../../protocol/index.ts";
import { useMessageSource } from "../../data/message-source.ts";
import { LightTable } from "../../frame/light-table.tsx";
import type { FrameLook } from "../../route.ts";
import { RemoteNote } from "../remote/remote-note.tsx";
import { useRemote } from "../remote/use-remote.ts";
import { useRemoteChoice } from "../remote/use-remote-choice.ts";
import { useFetchedText } from "./use-fetched-text.ts";

/**
 * A message's HTML on the light table, as bound as an email's: it shows, and does nothing. What it
 * names of other hosts is loaded once one says so.
 */
export function MessageHtml({
  message: { id, subject },
  look,
  onLook,
}: {
  readonly message: Pick<InboxMessage, "id" | "subject">;
  readonly look: FrameLook;
  readonly onLook: (change: Partial<FrameLook>) => void;
}) {
  const { fetchHtml, picturesSource } = useMessageSource();
  const fetched = useFetchedText(fetchHtml, id);
  // The one before stays until the one asked for is there, with what was chosen for it.
  const shownId = fetched?.id ?? id;
  const choice = useRemoteChoice(shownId);
  const html = fetched?.answer.ok ? fetched.answer.value : null;
  const remote = useRemote(html);
  const isHeld = choice.state === "held";
  // The title follows the message, which may be here before its HTML.
  const title = `Message: ${subject}`;
  const content = useMemo(() => {
    if (html === null) return null;
    const pictures = isHeld ? picturesSource(shownId) : null;
    const token = isHeld ? shownId : `${shownId}|remote`;
    return { token, scrollKey: shownId, title, html, pictures };
  }, [shownId, title, html, isHeld, picturesSource]);
  if (fetched && !fetched.answer.ok) {
    return <p className="stage-note">{fetched.answer.problem.message}</p>;
  }
  return (
    <>
      <RemoteNote remote={remote} choice={choice} />
      <LightTable content={content} look={look} onLook={onLook} />
    </>
  );
}
