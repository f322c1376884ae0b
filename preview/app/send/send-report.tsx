import type { ConversationLine, SendFailure, SendSuccess } from "../../protocol/index.ts";
import { Link } from "../link.tsx";
import { inboxRoute } from "../route.ts";
import { Dialog } from "../ui/dialog.tsx";
import { CircleAlert, CircleCheck } from "../ui/icons.ts";
import { numbered } from "../ui/numbered.ts";
import { describeOutcome, describeResult } from "./describe-send.ts";
import "./send.css";
import type { SendOutcome } from "./use-sending.ts";

/** What became of each message; of a failure, how far it came and what was said. */
export function SendReport({
  outcomes,
  onClose,
}: {
  readonly outcomes: readonly SendOutcome[];
  readonly onClose: () => void;
}) {
  const sent = outcomes.filter(isSent).length;
  const title =
    outcomes.length === 1
      ? sent === 1
        ? "Sent to some of them"
        : "It was not sent"
      : `${sent} of ${outcomes.length} sent`;
  return (
    <Dialog className="send-dialog" title={title} onClose={onClose}>
      <ul className="send-outcomes scrolls">
        {outcomes.map((outcome) => (
          <li key={outcome.label} data-sent={isSent(outcome)}>
            {isSent(outcome) ? <CircleCheck size={16} /> : <CircleAlert size={16} />}
            <div>
              <h3>{outcome.label}</h3>
              <Outcome outcome={outcome} onClose={onClose} />
            </div>
          </li>
        ))}
      </ul>
    </Dialog>
  );
}

function Outcome({
  outcome: { answer, to },
  onClose,
}: {
  readonly outcome: SendOutcome;
  readonly onClose: () => void;
}) {
  if (!answer.ok) return <p>{answer.problem.message}</p>;
  const result = answer.value;
  if (result.status === "failed") return <Failure failure={result} />;
  return (
    <>
      <p>
        {describeResult(result, to).text}{" "}
        {result.target.kind === "inbox" && (
          <Link className="text-link" route={inboxRoute(result.inboxId)} onClick={onClose}>
            Open
          </Link>
        )}
      </p>
      <Rejected result={result} />
    </>
  );
}

function Rejected({ result }: { readonly result: SendSuccess }) {
  return result.rejected.map(({ address, response }) => (
    <p key={address} className="send-rejected">
      {address} was refused: {response}
    </p>
  ));
}

function Failure({ failure }: { readonly failure: SendFailure }) {
  const outcome = describeOutcome(failure);
  return (
    <>
      <p className="send-why">{failure.message}</p>
      {outcome && <p>{outcome}</p>}
      {failure.conversation.length > 0 && (
        <details open>
          <summary>What was said</summary>
          <Conversation lines={failure.conversation} />
        </details>
      )}
    </>
  );
}

function Conversation({ lines }: { readonly lines: readonly ConversationLine[] }) {
  return (
    <ol className="send-conversation" aria-label="SMTP conversation">
      {numbered(lines).map(({ place, from, text }) => (
        <li key={place} data-from={from}>
          <span className="visually-hidden">
            {from === "client" ? "Letterpress: " : "Server: "}
          </span>
          {text}
        </li>
      ))}
    </ol>
  );
}

function isSent({ answer }: SendOutcome): boolean {
  return answer.ok && answer.value.status === "sent";
}
