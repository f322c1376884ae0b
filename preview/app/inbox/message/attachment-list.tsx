import type { InboxMessage } from "../../../protocol/index.ts";
import { attachmentUrl } from "../../data/inbox-endpoints.ts";
import { serverUrl } from "../../data/site.ts";
import { Link } from "../../link.tsx";
import type { InboxRoute } from "../../route.ts";
import { formatBytes } from "../../ui/format.ts";
import { CalendarDays, Paperclip } from "../../ui/icons.ts";
import { numbered } from "../../ui/numbered.ts";

/** So many stand in the header; their view has them all. */
const mostShown = 4;

/**
 * The files below a message, each a download, and the way to its calendar. What its HTML shows is
 * left to the view of all files.
 */
export function AttachmentList({
  message,
  route,
}: {
  readonly message: InboxMessage;
  readonly route: InboxRoute;
}) {
  const files = numbered(message.attachments).filter(
    ({ inline, isCalendar }) => !inline && !isCalendar,
  );
  if (files.length === 0 && !message.hasCalendar) return null;
  return (
    <ul className="attachments" aria-label="Attachments">
      {message.hasCalendar && (
        <li>
          <Link className="chip" route={{ ...route, view: "calendar" }}>
            <CalendarDays size={14} />
            Calendar
          </Link>
        </li>
      )}
      {files.slice(0, mostShown).map((file) => (
        <li key={file.place}>
          <a
            className="chip"
            href={serverUrl(attachmentUrl(message.id, file.place))}
            download={file.filename}
            data-tip={file.contentType}
          >
            <Paperclip size={14} />
            <span className="truncate">{file.filename || "unnamed"}</span>
            <span className="chip-note tabular">{formatBytes(file.sizeBytes)}</span>
          </a>
        </li>
      ))}
      {files.length > mostShown && (
        <li>
          <Link className="chip" route={{ ...route, view: "attachments" }}>
            {files.length - mostShown} more
          </Link>
        </li>
      )}
    </ul>
  );
}
