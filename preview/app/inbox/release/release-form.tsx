import { type FormEvent, useId, useState } from "react";
import type { InboxSummary, SendTarget } from "../../../protocol/index.ts";
import { nameOfTarget } from "../../send/describe-send.ts";
import { parseRecipients } from "../../send/recipients.ts";
import { Button } from "../../ui/button.tsx";
import { Dialog } from "../../ui/dialog.tsx";
import "./release.css";

/** Asks who gets a message that is released, and says what they get. */
export function ReleaseForm({
  message,
  target,
  typed,
  onType,
  onNext,
  onClose,
}: {
  readonly message: InboxSummary;
  readonly target: SendTarget;
  readonly typed: string;
  readonly onType: (typed: string) => void;
  readonly onNext: () => void;
  readonly onClose: () => void;
}) {
  const [isRefused, setRefused] = useState(false);
  const noteId = useId();
  const isMissing = isRefused && parseRecipients(typed).length === 0;

  function next(event: FormEvent) {
    event.preventDefault();
    if (parseRecipients(typed).length > 0) onNext();
    else setRefused(true);
  }

  return (
    <Dialog className="send-dialog" title="Release to a real address" onClose={onClose}>
      <form className="release-form" onSubmit={next}>
        <p className="release-subject">{message.subject || "(no subject)"}</p>
        <label className="release-to">
          <span>To</span>
          <input
            data-first
            className="field"
            type="text"
            inputMode="email"
            autoComplete="email"
            spellCheck={false}
            placeholder="you@example.com"
            aria-label="Recipients, divided by commas"
            aria-invalid={isMissing}
            aria-describedby={noteId}
            value={typed}
            onChange={(event) => onType(event.target.value)}
          />
        </label>
        <p id={noteId} className="send-what">
          {isMissing
            ? "Name at least one recipient."
            : "They get the message as it arrived, with the names that stand in it. Nobody else gets it."}
        </p>
        <div className="send-dialog-foot">
          <Button onClick={onClose}>Cancel</Button>
          <Button type="submit">Release by {nameOfTarget(target)}…</Button>
        </div>
      </form>
    </Dialog>
  );
}
