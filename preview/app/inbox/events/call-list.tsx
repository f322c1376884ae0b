import { useEffect, useState } from "react";
import type { WebhookCall } from "../../../protocol/index.ts";
import { Button } from "../../ui/button.tsx";
import { CopyButton } from "../../ui/copy-button.tsx";
import { formatMoment } from "../../ui/format.ts";
import { useNotices } from "../../ui/notices.tsx";
import { describeAnswer, describeProgress, stateWords } from "./call-words.ts";
import { fetchPayload, resend } from "./event-endpoints.ts";

/** The webhooks that told of a message: what was sent, what was answered, what is due. */
export function CallList({
  calls,
  webhooks,
  onDone,
}: {
  readonly calls: readonly WebhookCall[];
  /** Addresses of those there are. */
  readonly webhooks: readonly string[];
  readonly onDone: () => void;
}) {
  return (
    <div className="events-part">
      <h2>Webhooks</h2>
      {calls.length === 0 && <p className="events-none">{whyNone(webhooks)}</p>}
      <ol className="call-list" aria-label="Webhooks">
        {calls.map((call) => (
          <li key={call.id}>
            <Call call={call} onDone={onDone} />
          </li>
        ))}
      </ol>
    </div>
  );
}

function whyNone(webhooks: readonly string[]): string {
  return webhooks.length === 0
    ? "None is set up: start with --webhook http://127.0.0.1:3000/webhooks, set 'webhooks' in letterpress(), or POST one to /postmark/webhooks."
    : `None of this message yet. ${webhooks.join(", ")} ${webhooks.length === 1 ? "is" : "are"} told of what happens from now on.`;
}

function Call({ call, onDone }: { readonly call: WebhookCall; readonly onDone: () => void }) {
  const [isOpen, setOpen] = useState(false);
  const { announce } = useNotices();
  const sendAgain = async () => {
    const answer = await resend(call.id);
    announce(answer.ok ? "Sent again" : answer.problem.message);
    onDone();
  };
  return (
    <details className="call" onToggle={({ currentTarget }) => setOpen(currentTarget.open)}>
      <summary>
        <span className="call-trigger">{call.trigger}</span>
        <span className="call-state" data-state={call.state}>
          {stateWords[call.state]}
        </span>
        <span className="call-progress">{describeProgress(call, Date.now())}</span>
      </summary>
      <div className="call-body">
        <dl>
          <dt>To</dt>
          <dd>{call.url}</dd>
          <dt>Trace id</dt>
          <dd>{call.traceId}</dd>
          {call.attempts.map((attempt, index) => (
            <Attempt
              // A try never changes its place.
              // biome-ignore lint/suspicious/noArrayIndexKey: attempts are only added
              key={index}
              number={index + 1}
              attempt={attempt}
            />
          ))}
        </dl>
        {isOpen && <Payload callId={call.id} />}
        <Button onClick={() => void sendAgain()}>Send again</Button>
      </div>
    </details>
  );
}

function Attempt({
  number,
  attempt,
}: {
  readonly number: number;
  readonly attempt: WebhookCall["attempts"][number];
}) {
  return (
    <>
      <dt>Try {number}</dt>
      <dd>
        {describeAnswer(attempt)}, {formatMoment(attempt.at)}
        {attempt.body && <code className="call-answer">{attempt.body}</code>}
      </dd>
    </>
  );
}

function Payload({ callId }: { readonly callId: number }) {
  const [text, setText] = useState<string | null>(null);
  useEffect(() => {
    const request = new AbortController();
    void fetchPayload(callId, { signal: request.signal }).then((answer) => {
      if (request.signal.aborted) return;
      setText(answer.ok ? answer.value.text : answer.problem.message);
    });
    return () => request.abort();
  }, [callId]);
  return (
    <div className="call-payload">
      <CopyButton text={text ?? ""} word="Copy" name="Copy: payload" />
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by keys */}
      <pre className="scrolls" tabIndex={0}>
        {text}
      </pre>
    </div>
  );
}
