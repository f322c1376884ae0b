import { type FormEvent, useRef, useState } from "react";
import type { EmailQuery, SendTarget } from "../../protocol.ts";
import { postSend } from "../data/api.ts";
import { useClient } from "../data/client.ts";
import { parseRecipients } from "../data/recipients.ts";
import { useRemembered } from "../data/remembered.ts";
import { useStore } from "../data/store.ts";
import { useHandlers } from "../keys/actions.tsx";
import { Button, tip } from "../ui/button.tsx";
import { Send } from "../ui/icons.ts";
import { useNotices } from "../ui/notices.tsx";
import { useDelayed } from "../ui/use-delayed.ts";
import { describeResult } from "./describe-send.ts";

/** Sends the email as it shows, and says where to before one presses. */
export function SendForm({ query }: { readonly query: EmailQuery }) {
  const project = useStore(useClient().project);
  const [remembered, remember] = useRemembered("send-to", "");
  const [sending, setSending] = useState(false);
  const slow = useDelayed(sending);
  const { notify, announce } = useNotices();
  const field = useRef<HTMLInputElement>(null);
  // Emptied while one types, it stays empty; at the next visit the usual recipient is back.
  const [emptied, setEmptied] = useState(false);
  const typed = remembered || (emptied ? "" : project?.send.to) || "";
  const target = project?.send;

  async function send() {
    const to = parseRecipients(typed);
    if (sending) return;
    if (to.length === 0) {
      field.current?.focus();
      notify({ tone: "failed", text: "Name at least one recipient." });
      return;
    }
    setSending(true);
    announce("Sending");
    const { id: emailId, ...state } = query;
    const answer = await postSend({ emailId, ...state, to });
    setSending(false);
    notify(
      answer.ok
        ? describeResult(answer.value, to)
        : { tone: "failed", text: answer.problem.message },
    );
  }

  // One key must not send to the world by accident: there it only leads to the form.
  useHandlers({
    send: () => (target?.kind === "postmark" ? field.current?.select() : void send()),
  });

  return (
    <form
      className="send-form"
      onSubmit={(event: FormEvent) => {
        event.preventDefault();
        void send();
      }}
    >
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
          }}
        />
      </label>
      <Button
        kind="primary"
        type="submit"
        aria-disabled={sending}
        {...tip(target ? describeTarget(target) : "Send", "send")}
      >
        <Send size={16} />
        {slow ? "Sending" : target?.kind === "postmark" ? "Send by Postmark" : "Send to inbox"}
      </Button>
    </form>
  );
}

function describeTarget(target: SendTarget): string {
  return target.kind === "postmark"
    ? `By Postmark, to the real recipients (${target.address})`
    : `To the local inbox, ${target.address}`;
}
