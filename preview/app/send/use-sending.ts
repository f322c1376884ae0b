import { useState } from "react";
import type { SendResult, SendTarget } from "../../protocol/index.ts";
import type { Answer } from "../data/ask.ts";
import { postSend } from "../data/email-endpoints.ts";
import type { PlannedSend } from "./plan-send.ts";

/** What became of one message. */
export interface SendOutcome extends Pick<PlannedSend, "label"> {
  readonly to: readonly string[];
  readonly target: SendTarget["kind"];
  readonly answer: Answer<SendResult>;
}

/** How far a send of several has come. */
export interface SendProgress {
  readonly done: number;
  readonly total: number;
}

/** Sends one message after the other, so that each has an answer of its own. */
export function useSending() {
  const [progress, setProgress] = useState<SendProgress | null>(null);
  return {
    progress,
    async send(
      planned: readonly PlannedSend[],
      to: readonly string[],
      target: SendTarget["kind"],
    ): Promise<readonly SendOutcome[]> {
      const outcomes: SendOutcome[] = [];
      let isBlocked = false;
      for (const one of planned) {
        setProgress({ done: outcomes.length, total: planned.length });
        const { id: emailId, ...state } = one.query;
        const answer = isBlocked ? notTried : await postSend({ emailId, ...state, to, target });
        isBlocked ||= wouldMeetAll(answer);
        outcomes.push({ ...one, to, target, answer });
      }
      setProgress(null);
      return outcomes;
    },
  };
}

const notTried: Answer<never> = {
  ok: false,
  problem: { kind: "refused", message: "Not tried: it would meet what the one before met." },
};

/** Whether every other message would fail as this one did: it never came to the message itself. */
export function wouldMeetAll(answer: Answer<SendResult>): boolean {
  if (!answer.ok) return answer.problem.kind === "unreachable";
  if (answer.value.status === "sent" || !answer.value.delivery) return false;
  return ["connect", "greeting", "tls", "auth"].includes(answer.value.delivery.stage);
}
