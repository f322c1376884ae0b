import { lazy, Suspense, useId, useMemo } from "react";
import type { RenderSuccess } from "../../protocol/index.ts";
import { useRemembered } from "../data/remembered.ts";
import { readFirstWords } from "../inbox-lines/first-words.ts";
import { readSnippet } from "../inbox-lines/snippet.ts";
import { IconButton } from "../ui/button.tsx";
import { formatTime, parseSender } from "../ui/format.ts";
import { ChevronDown } from "../ui/icons.ts";
import "./inbox-line.css";

const ThreeInboxes = lazy(async () => {
  const { ThreeInboxes: component } = await import("../inbox-lines/three-inboxes.tsx");
  return { default: component };
});

/** The email as one line of an inbox: sender, subject, preheader, time. */
export function InboxLine({
  render,
  arrivedAt,
  canOpen,
}: {
  readonly render: RenderSuccess;
  readonly arrivedAt: number;
  /** Whether it opens to show the line in three clients. */
  readonly canOpen: boolean;
}) {
  const [state, setState] = useRemembered("inbox-lines", "closed");
  const id = useId();
  const isOpen = canOpen && state === "open";
  const sender = parseSender(render.from);
  const name = sender.name || sender.address;
  return (
    <div className="inbox-line">
      <div className="inbox-line-row">
        <span className="visually-hidden">In an inbox: </span>
        <span className="inbox-line-sender truncate" dir="auto" title={render.from}>
          {name}
        </span>
        <span
          className="inbox-line-words"
          dir="auto"
          title={`${render.subject}\n${render.preheader}`}
        >
          <bdi className="inbox-line-subject">{render.subject}</bdi>
          {render.preheader && <bdi className="inbox-line-preheader">{render.preheader}</bdi>}
        </span>
        <time className="inbox-line-time tabular">{formatTime(arrivedAt, Date.now())}</time>
        {canOpen && (
          <IconButton
            name="In three inboxes"
            className="inbox-line-open"
            aria-expanded={isOpen}
            aria-controls={isOpen ? id : undefined}
            onClick={() => setState(isOpen ? "closed" : "open")}
          >
            <ChevronDown size={16} />
          </IconButton>
        )}
      </div>
      {isOpen && (
        <div id={id}>
          <Opened render={render} name={name} arrivedAt={arrivedAt} />
        </div>
      )}
    </div>
  );
}

function Opened({
  render,
  name,
  arrivedAt,
}: {
  readonly render: RenderSuccess;
  readonly name: string;
  readonly arrivedAt: number;
}) {
  const snippet = useMemo(() => readSnippet(readFirstWords(render.html)), [render.html]);
  return (
    <Suspense>
      <ThreeInboxes
        sender={name}
        subject={render.subject}
        snippet={snippet}
        arrivedAt={arrivedAt}
      />
    </Suspense>
  );
}
