import { useState } from "react";
import type { InboxSummary, SendTarget } from "../../../protocol/index.ts";
import { postRelease } from "../../data/inbox-endpoints.ts";
import { useRemembered } from "../../data/remembered.ts";
import { describeResult } from "../../send/describe-send.ts";
import { isWorthReport } from "../../send/outcome-heading.ts";
import { addRecent, parseRecipients, readRecent } from "../../send/recipients.ts";
import { SendConfirm } from "../../send/send-confirm.tsx";
import { SendReport } from "../../send/send-report.tsx";
import type { SendOutcome } from "../../send/use-sending.ts";
import { formatBytes } from "../../ui/format.ts";
import { useNotices } from "../../ui/notices.tsx";
import { useDelayed } from "../../ui/use-delayed.ts";
import { ReleaseForm } from "./release-form.tsx";

/** Asks for addresses, asks once more as Send does, hands the message on and says what became of it. */
export function Release({
  message,
  target,
  onClose,
}: {
  readonly message: InboxSummary;
  /** The real server. */
  readonly target: SendTarget;
  readonly onClose: () => void;
}) {
  // The recipients of real sends: an address of a test must not come along.
  const [typed, setTyped] = useRemembered("send-to-real", "");
  const [storedRecent, storeRecent] = useRemembered("send-recent-real", "[]");
  const [step, setStep] = useState<"typing" | "asking" | "sending" | SendOutcome>("typing");
  const slow = useDelayed(step === "sending");
  const { notify, announce } = useNotices();
  const to = parseRecipients(typed);
  const label = message.subject || "(no subject)";

  async function release() {
    setStep("sending");
    announce("Releasing");
    const answer = await postRelease(message.id, { to, target: target.kind });
    storeRecent(JSON.stringify(addRecent(readRecent(storedRecent), to)));
    const outcome = { label, to, target: target.kind, answer };
    if (isWorthReport(outcome)) {
      setStep(outcome);
      return;
    }
    if (answer.ok) notify(describeResult(answer.value, to));
    else notify({ tone: "failed", text: answer.problem.message });
    onClose();
  }

  if (step === "sending") {
    return slow && <div className="loading-line" role="progressbar" aria-label="Releasing" />;
  }
  if (step === "typing") {
    return (
      <ReleaseForm
        {...{ message, target, typed, onClose }}
        onType={setTyped}
        onNext={() => setStep("asking")}
      />
    );
  }
  if (step !== "asking") return <SendReport outcomes={[step]} onClose={onClose} />;
  return (
    <SendConfirm
      {...{ target, to, onClose }}
      verb="Release"
      count="1 message"
      what={`${label}, ${formatBytes(message.sizeBytes)}, as it arrived`}
      onSend={() => void release()}
    />
  );
}
