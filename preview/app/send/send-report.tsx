import type { ConversationLine, SendFailure, SendSuccess } from "../../protocol/index.ts";
import { Link } from "../link.tsx";
import { inboxRoute } from "../route.ts";
import { Dialog } from "../ui/dialog.tsx";
import { CircleAlert, CircleCheck, CircleHelp } from "../ui/icons.ts";
import { numbered } from "../ui/numbered.ts";
import { describeOutcome, describeResult, inWords } from "./describe-send.ts";
import { headOutcomes, type Sentness, sentnessOf } from "./outcome-heading.ts";
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
  return (
    <Dialog className="send-dialog" title={headOutcomes(outcomes)} onClose={onClose}>
      <ul className="send-outcomes scrolls">
        {outcomes.map((outcome) => (
          <li key={outcome.label} data-sent={sentnessOf(outcome)}>
            <SentIcon sentness={sentnessOf(outcome)} />
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

function SentIcon({ sentness }: { readonly sentness: Sentness }) {
  if (sentness === "sent") return <CircleCheck size={16} aria-label="Sent" />;
  if (sentness === "unknown") return <CircleHelp size={16} aria-label="May have been sent" />;
  return <CircleAlert size={16} aria-label="Not sent" />;
}

function Outcome({
  outcome,
  onClose,
}: {
  readonly outcome: SendOutcome;
  readonly onClose: () => void;
}) {
  const { answer, to, target } = outcome;
  if (!answer.ok) {
    return (
      <p>
        {answer.problem.message}
        {sentnessOf(outcome) === "unknown" &&
          " It went away before it answered, so somebody may have the message. Look in the inbox, or at the mail server, before you send it again."}
      </p>
    );
  }
  const result = answer.value;
  if (result.status === "failed") return <Failure {...{ to, target }} failure={result} />;
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

function Failure({
  failure,
  to,
  target,
}: Pick<SendOutcome, "to" | "target"> & { readonly failure: SendFailure }) {
  const outcome = describeOutcome(failure, target);
  return (
    <>
      <p className="send-why">{inWords(failure.message, to)}</p>
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
