import type { InboxMessage } from "../../protocol.ts";
import { messageUrl } from "../data/api.ts";
import { formatBytes } from "../ui/format.ts";
import { Paperclip } from "../ui/icons.ts";
import { numbered } from "../ui/numbered.ts";

/** The files of a message, each a download. */
export function AttachmentList({ message }: { readonly message: InboxMessage }) {
  if (message.attachments.length === 0) return null;
  return (
    <ul className="attachments" aria-label="Attachments">
      {numbered(message.attachments).map((attachment) => (
        <li key={attachment.place}>
          <a
            href={`${messageUrl(message.id)}/attachments/${attachment.place}`}
            download={attachment.filename}
            data-tip={attachment.contentType}
          >
            <Paperclip size={14} />
            <span className="truncate">{attachment.filename || "unnamed"}</span>
            <span className="attachment-size tabular">
              {formatBytes(attachment.sizeBytes)}
              {attachment.inline && ", in the HTML"}
            </span>
          </a>
        </li>
      ))}
    </ul>
  );
}
