import type { InboxMessage } from "../../../protocol/index.ts";
import { Link } from "../../link.tsx";
import { inboxRoute } from "../../route.ts";
import { tip } from "../../ui/button.tsx";
import { formatBytes, formatMoment } from "../../ui/format.ts";
import { differsFromHeaders } from "./envelope.ts";
import { Fact } from "./fact.tsx";
import { OriginFact } from "./origin-fact.tsx";
import { OutcomeList } from "./outcome-list.tsx";
import { Addresses, People } from "./people.tsx";
import { describePostmarkFacts } from "./postmark-facts.ts";

/** Who wrote to whom, what became of it, and what it asks of Postmark. */
export function MessageFacts({ message }: { readonly message: InboxMessage }) {
  const { from, to, cc, bcc, replyTo, metadata } = message;
  const fields = Object.entries(metadata);
  return (
    <dl className="message-facts">
      <Fact name="From">{from ? <People people={[from]} /> : "no one"}</Fact>
      <Fact name="To">
        <People people={to} />
      </Fact>
      {cc.length > 0 && (
        <Fact name="Cc">
          <People people={cc} />
        </Fact>
      )}
      {bcc.length > 0 && (
        <Fact name="Bcc">
          <Addresses addresses={bcc} />
        </Fact>
      )}
      {replyTo.length > 0 && (
        <Fact name="Reply to">
          <People people={replyTo} />
        </Fact>
      )}
      {differsFromHeaders(message) && (
        <Fact name="Envelope">
          <code className="message-envelope">
            {message.envelope.from || "<>"} → <Addresses addresses={message.envelope.to} />
          </code>
        </Fact>
      )}
      {message.origin && <OriginFact origin={message.origin} />}
      <Fact name="Outcome">
        <OutcomeList recipients={message.recipients} />
      </Fact>
      <Fact name="Received">
        {formatMoment(message.receivedAt)}, {formatBytes(message.sizeBytes)}
      </Fact>
      {message.tag !== null && (
        <Fact name="Tag">
          <Link
            className="text-link"
            route={inboxRoute(message.id, { search: `tag:"${message.tag.replaceAll('"', "")}"` })}
            {...tip("Search for all messages with this tag")}
          >
            {message.tag}
          </Link>
        </Fact>
      )}
      <Fact name="Postmark">{describePostmarkFacts(message).join(", ")}</Fact>
      {fields.length > 0 && (
        <Fact name="Metadata">
          {fields.map(([key, value]) => (
            <span key={key} className="message-field">
              <span className="message-key">{key}</span> {value}
            </span>
          ))}
        </Fact>
      )}
    </dl>
  );
}
