import { useState } from "react";
import type { InboxMessage, MessageAttachment } from "../../../protocol/index.ts";
import { useMessageSource } from "../../data/message-source.ts";
import { serverUrl } from "../../data/site.ts";
import { formatBytes } from "../../ui/format.ts";
import { CalendarDays, Download, File } from "../../ui/icons.ts";
import { numbered } from "../../ui/numbered.ts";
import { isPicture } from "./is-picture.ts";
import "./views.css";

/** The files of a message, pictures to be seen, each a download. */
export function AttachmentView({
  message,
}: {
  readonly message: Pick<InboxMessage, "id" | "attachments">;
}) {
  const { attachmentUrl } = useMessageSource();
  return (
    <section className="files scrolls" aria-label="Files">
      <ul>
        {numbered(message.attachments).map((file) => {
          const url = serverUrl(attachmentUrl(message.id, file.place));
          const name = file.filename || "unnamed";
          return (
            <li key={`${message.id} ${file.place}`}>
              <Picture file={file} url={url} />
              <div className="file-words">
                <span className="file-name">{name}</span>
                <span className="file-facts tabular">
                  {file.contentType}, {formatBytes(file.sizeBytes)}
                </span>
                {(file.inline || file.contentId) && (
                  <span className="file-facts">
                    {file.inline ? "Shown in the HTML" : "Not shown in the HTML"}
                    {file.contentId && <code> cid:{file.contentId}</code>}
                  </span>
                )}
              </div>
              <a className="icon-button" href={url} download={name} aria-label={`Download ${name}`}>
                <Download size={16} />
              </a>
            </li>
          );
        })}
      </ul>
    </section>
  );
}

/**
 * A picture runs no script and loads nothing else, an SVG included, as long as it stands in an
 * `img`; what is none, or is broken, shows as a sheet.
 */
function Picture({ file, url }: { readonly file: MessageAttachment; readonly url: string }) {
  const [isBroken, setIsBroken] = useState(false);
  if (isPicture(file) && !isBroken) {
    return (
      <span className="file-picture">
        <img src={url} alt="" loading="lazy" onError={() => setIsBroken(true)} />
      </span>
    );
  }
  const Icon = file.isCalendar ? CalendarDays : File;
  return (
    <span className="file-picture">
      <Icon size={24} />
      {isBroken && <span className="file-broken">Not a picture</span>}
    </span>
  );
}
