import type { InboxMessage, Mailbox } from "../../protocol.ts";
import { messageUrl } from "../data/api.ts";
import { useClient } from "../data/client.ts";
import { inboxRoute } from "../route.ts";
import { IconButton, tip } from "../ui/button.tsx";
import { formatBytes, formatMoment } from "../ui/format.ts";
import { Download, Trash2 } from "../ui/icons.ts";
import { ListToggle } from "../ui/list-toggle.tsx";
import { useNotices } from "../ui/notices.tsx";
import { numbered } from "../ui/numbered.ts";
import { goTo } from "../use-route.ts";
import { AttachmentList } from "./attachment-list.tsx";
import { OutcomeList } from "./outcome-list.tsx";
import { ProblemList } from "./problem-list.tsx";

/** Subject, people, envelope and attachments of a message, and what can be done with it. */
export function MessageHeader({
  message,
  isGone,
}: {
  readonly message: InboxMessage;
  /** It was deleted while it was being read. */
  readonly isGone: boolean;
}) {
  return (
    <header className="message-header">
      <div className="message-title">
        <ListToggle />
        <h1>{message.subject || "(no subject)"}</h1>
        <Actions message={message} />
      </div>
      {isGone && <p className="message-gone">Deleted from the inbox</p>}
      <dl className="message-facts">
        <Fact name="From" value={message.from ? <People people={[message.from]} /> : "nobody"} />
        <Fact name="To" value={<People people={message.to} />} />
        {message.cc.length > 0 && <Fact name="Cc" value={<People people={message.cc} />} />}
        {message.replyTo.length > 0 && (
          <Fact name="Reply to" value={<People people={message.replyTo} />} />
        )}
        <Fact name="Envelope" value={<Envelope message={message} />} />
        <Fact name="Outcome" value={<OutcomeList recipients={message.recipients} />} />
        <Fact
          name="Received"
          value={`${formatMoment(message.receivedAt)}, ${formatBytes(message.sizeBytes)}`}
        />
      </dl>
      <AttachmentList message={message} />
      <ProblemList problems={message.problems} />
    </header>
  );
}

function Actions({ message }: { readonly message: InboxMessage }) {
  const { inbox } = useClient();
  const { announce } = useNotices();
  return (
    <>
      <a
        className="icon-button"
        href={`${messageUrl(message.id)}/message.eml`}
        download
        aria-label="Download as .eml"
        {...tip("Download as .eml")}
      >
        <Download size={16} />
      </a>
      <IconButton
        name="Delete this message"
        onClick={() => {
          const messages = inbox.list.get()?.messages ?? [];
          const at = messages.findIndex(({ id }) => id === message.id);
          const next = messages[at + 1] ?? messages[at - 1];
          void inbox.delete(message.id);
          announce("Message deleted");
          goTo(inboxRoute(next?.id ?? null), { replace: true });
        }}
      >
        <Trash2 size={16} />
      </IconButton>
    </>
  );
}

function Fact({ name, value }: { readonly name: string; readonly value: React.ReactNode }) {
  return (
    <div>
      <dt>{name}</dt>
      <dd>{value}</dd>
    </div>
  );
}

function People({ people }: { readonly people: readonly Mailbox[] }) {
  return numbered(people).map(({ name, address, place }) => (
    <span key={place} className="message-person">
      {name && <span className="message-person-name">{name} </span>}
      {address}
    </span>
  ));
}

function Envelope({ message }: { readonly message: InboxMessage }) {
  const { from, to } = message.envelope;
  return (
    <code className="message-envelope">
      {from || "<>"} → {to.join(", ")}
    </code>
  );
}
