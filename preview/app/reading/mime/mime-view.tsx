import type { EmailView } from "../../../protocol/index.ts";
import { CodeView } from "../../code/code-view.tsx";
import { fetchMime } from "../../data/email-endpoints.ts";
import { useRemembered } from "../../data/remembered.ts";
import { type EmailRoute, emailQuery } from "../../route.ts";
import { count, formatBytes } from "../../ui/format.ts";
import { DownloadButton } from "../download-button.tsx";
import { downloadName } from "../download-name.ts";
import { useEmailAnswer } from "../use-email-answer.ts";
import { HeaderList } from "./header-list.tsx";
import "../reading.css";

const forms = [
  { name: "whole", label: "Message" },
  { name: "headers", label: "Headers" },
] as const;

/** The complete message as it would leave, or its headers alone. */
export function MimeView({
  route,
  view,
}: {
  readonly route: EmailRoute;
  readonly view: EmailView;
}) {
  const query = { ...emailQuery(route), variant: view.variant };
  const answer = useEmailAnswer(fetchMime, query, view.revision);
  const [form, setForm] = useRemembered("mime-form", "whole");
  if (!answer) return null;
  if (!answer.ok) {
    return (
      <div className="stage-note" role="status">
        <p>There is no message of this email yet.</p>
        <p>{answer.problem.message}</p>
      </div>
    );
  }
  const { mime, headers, headerBytes, attachments } = answer.value;
  const showsHeaders = form === "headers";
  return (
    <CodeView
      code={mime.replaceAll("\r\n", "\n")}
      sent={mime}
      language="text"
      label="Message as it would leave"
      facts={
        <>
          <span className="tabular">headers {formatBytes(headerBytes)}</span>
          {attachments.length > 0 && (
            <span title={attachments.map(({ filename }) => filename).join("\n")}>
              {count(attachments.length, "attachment")}
            </span>
          )}
        </>
      }
      controls={
        <fieldset className="segmented bare" aria-label="Part of the message">
          {forms.map(({ name, label }) => (
            <button
              key={name}
              type="button"
              className="segment"
              aria-pressed={(name === "headers") === showsHeaders}
              onClick={() => setForm(name)}
            >
              {label}
            </button>
          ))}
        </fieldset>
      }
      actions={
        <DownloadButton
          name="Download the message"
          file={downloadName(view, "eml")}
          type="message/rfc822"
          content={mime}
        />
      }
    >
      {showsHeaders ? <HeaderList headers={headers} /> : null}
    </CodeView>
  );
}
