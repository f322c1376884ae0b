import type { ActivityMessage } from "../../../protocol/index.ts";
import { Fact } from "../../inbox/message/fact.tsx";
import { Link } from "../../link.tsx";
import { emailRoute } from "../../route.ts";
import { formatBytes, formatMoment } from "../../ui/format.ts";

/** So many recipients are named. */
const mostNamed = 8;

/** Who wrote to whom, what it was made of, and how it stands. */
export function ActivityFacts({ message }: { readonly message: ActivityMessage }) {
  const { to, content, emailId, tag, key, reason, attempts, expiresAt, postmarkId } = message;
  const from = content?.from;
  const named = to.slice(0, mostNamed).join(", ");
  return (
    <dl className="message-facts activity-facts">
      <Fact name="From">
        {from?.name && <span className="message-person-name">{from.name} </span>}
        {from?.address ?? message.envelopeFrom}
      </Fact>
      <Fact name="To">
        {named}
        {to.length > mostNamed && ` and ${to.length - mostNamed} more`}
      </Fact>
      {reason && <Fact name="Why">{reason}</Fact>}
      {emailId && (
        <Fact name="Email">
          <Link className="activity-link" route={emailRoute(emailId)}>
            {emailId}
          </Link>
        </Fact>
      )}
      {key && (
        <Fact name="Key">
          <code>{key}</code>
        </Fact>
      )}
      <Fact name="Postmark">
        {[`stream ${message.stream}`, tag && `tag ${tag}`, postmarkId].filter(Boolean).join(", ")}
      </Fact>
      <Fact name="Sender">
        {message.sender}, {attempts === 1 ? "1 attempt" : `${attempts} attempts`}
        {message.priority !== "normal" && `, priority ${message.priority}`}
      </Fact>
      {expiresAt !== null && <Fact name="Expires">{formatMoment(expiresAt)}</Fact>}
      <Fact name="Id">
        <code>{message.id}</code>, {formatBytes(message.sizeBytes)}
      </Fact>
    </dl>
  );
}
