import { type FormEvent, useRef, useState } from "react";
import type { Project, SendTarget } from "../../protocol/index.ts";
import { useClient } from "../data/client.ts";
import { useRemembered } from "../data/remembered.ts";
import { useStore } from "../data/store.ts";
import { useHandlers } from "../keys/actions.tsx";
import { Button, tip } from "../ui/button.tsx";
import { Send } from "../ui/icons.ts";
import { useNotices } from "../ui/notices.tsx";
import { useDelayed } from "../ui/use-delayed.ts";
import { describeResult, describeTarget } from "./describe-send.ts";
import { isWorthReport } from "./outcome-heading.ts";
import { planSend, type SendChoices, type SendScope, scopesOf } from "./plan-send.ts";
import { addRecent, parseRecipients, readRecent } from "./recipients.ts";
import { SendConfirm } from "./send-confirm.tsx";
import { SendMenu } from "./send-menu.tsx";
import { SendReport } from "./send-report.tsx";
import { SenderNote } from "./sender-note.tsx";
import { useSendTarget } from "./use-send-target.ts";
import { type SendOutcome, type SendProgress, useSending } from "./use-sending.ts";
import "./send.css";

/** Sends the email as it shows, or all of its variants, and says where to before one presses. */
export function SendForm({
  from,
  ...choices
}: SendChoices & {
  /** Who it is from; null: that cannot be told now. */
  readonly from: string | null;
}) {
  const project = useStore(useClient().project);
  const { target } = useSendTarget();
  if (!project || !target) return null;
  // Each target has recipients of its own: what was typed for a test must not reach real people.
  return <Form key={target.kind} {...{ from, choices, project, target }} />;
}

function Form({
  from,
  choices,
  project,
  target,
}: {
  readonly from: string | null;
  readonly choices: SendChoices;
  readonly project: Project;
  readonly target: SendTarget;
}) {
  const isReal = target.kind !== "inbox";
  const suffix = isReal ? "-real" : "";
  const [remembered, remember] = useRemembered(`send-to${suffix}`, "");
  const [storedRecent, storeRecent] = useRemembered(`send-recent${suffix}`, "[]");
  const [scope, setScope] = useState<SendScope>("shown");
  const [asking, setAsking] = useState(false);
  const [report, setReport] = useState<readonly SendOutcome[] | null>(null);
  const { progress, send } = useSending();
  const { choose } = useSendTarget();
  const slow = useDelayed(progress !== null);
  const { notify, announce } = useNotices();
  const field = useRef<HTMLInputElement>(null);
  /** Takes away that nobody is named. */
  const withdraw = useRef<() => void>(undefined);
  // Emptied while one types, it stays empty; at the next visit the usual recipient is back.
  const [emptied, setEmptied] = useState(false);
  const typed = remembered || (emptied ? "" : target.to);
  const scopes = scopesOf(choices);
  // Another email may have fewer states to offer.
  const chosen = scopes.find((one) => one.scope === scope)?.scope ?? "shown";
  const planned = planSend(choices, chosen);
  const recent = readRecent(storedRecent);

  function press() {
    if (progress) return;
    if (parseRecipients(typed).length === 0) {
      field.current?.focus();
      withdraw.current = notify({ tone: "failed", text: "Name at least one recipient." });
    } else if (isReal) setAsking(true);
    else void sendNow();
  }

  async function sendNow() {
    setAsking(false);
    const to = parseRecipients(typed);
    announce("Sending");
    const outcomes = await send(planned, to, target.kind);
    storeRecent(JSON.stringify(addRecent(recent, to)));
    const [only] = outcomes;
    if (!only || outcomes.length > 1 || isWorthReport(only)) setReport(outcomes);
    else if (only.answer.ok) notify(describeResult(only.answer.value, to));
    else notify({ tone: "failed", text: only.answer.problem.message });
  }

  useHandlers({ send: press });

  return (
    <form
      className="send-form"
      onSubmit={(event: FormEvent) => {
        event.preventDefault();
        press();
      }}
    >
      {from !== null && <SenderNote from={from} />}
      <label className="send-to">
        <span>To</span>
        <input
          ref={field}
          type="text"
          inputMode="email"
          autoComplete="email"
          spellCheck={false}
          aria-label="Recipients, divided by commas"
          value={typed}
          onChange={(event) => {
            setEmptied(event.target.value === "");
            remember(event.target.value);
            withdraw.current?.();
          }}
        />
      </label>
      <Button
        kind="primary"
        type="submit"
        aria-disabled={progress !== null}
        {...tip(describeTarget(target), "send")}
      >
        <Send size={16} />
        {slow && progress ? describeProgress(progress) : labelOf(target, planned.length)}
      </Button>
      <SendMenu
        {...{ project, target, scopes, scope: chosen, recent, typed }}
        onTarget={choose}
        onScope={setScope}
        onRecent={remember}
        onProblem={(text) => notify({ tone: "failed", text })}
      />
      {asking && (
        <SendConfirm
          {...{ target, to: parseRecipients(typed) }}
          verb="Send"
          count={planned.length === 1 ? "1 email" : `${planned.length} emails`}
          what={`${choices.query.id}: ${planned.map(({ label }) => label).join(" · ")}`}
          onSend={() => void sendNow()}
          onClose={() => setAsking(false)}
        />
      )}
      {report && <SendReport outcomes={report} onClose={() => setReport(null)} />}
    </form>
  );
}

function labelOf({ kind }: SendTarget, count: number): string {
  const what = count === 1 ? "Send" : `Send ${count}`;
  if (kind === "inbox") return `${what} to inbox`;
  return `${what} by ${kind === "postmark" ? "Postmark" : "mail server"}`;
}

function describeProgress({ done, total }: SendProgress): string {
  return total === 1 ? "Sending" : `Sending ${done + 1} of ${total}`;
}
