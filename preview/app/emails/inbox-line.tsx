import type { RenderSuccess } from "../../protocol.ts";
import { formatTime, parseSender } from "../ui/format.ts";

/** The email as one line of an inbox: sender, subject, preheader, time. */
export function InboxLine({
  render,
  arrivedAt,
}: {
  readonly render: RenderSuccess;
  readonly arrivedAt: number;
}) {
  const sender = parseSender(render.from);
  return (
    <div className="inbox-line">
      <div className="inbox-line-row">
        <span className="visually-hidden">In an inbox: </span>
        <span className="inbox-line-sender truncate" title={render.from}>
          {sender.name || sender.address}
        </span>
        <span className="inbox-line-words" title={`${render.subject}\n${render.preheader}`}>
          <span className="inbox-line-subject">{render.subject}</span>
          {render.preheader && <span className="inbox-line-preheader">{render.preheader}</span>}
        </span>
        <time className="inbox-line-time tabular">{formatTime(arrivedAt, Date.now())}</time>
      </div>
    </div>
  );
}
