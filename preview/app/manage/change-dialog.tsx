import { type FormEvent, useId, useState } from "react";
import type { ChangePlan, SourceChange } from "../../protocol/index.ts";
import { postChange } from "../data/change-endpoints.ts";
import { Button } from "../ui/button.tsx";
import { Dialog } from "../ui/dialog.tsx";
import { useDelayed } from "../ui/use-delayed.ts";
import { doWords, titleOf } from "./change-words.ts";
import type { Managed } from "./manage-context.ts";
import { NameField } from "./name-field.tsx";
import { PlanView } from "./plan-view.tsx";
import { StarterChoice } from "./starter-choice.tsx";
import { firstNameOf, type Typed, toChange } from "./to-change.ts";
import { useChanges } from "./use-changes.ts";
import { usePlan } from "./use-plan.ts";
import "./manage.css";

/** Asks for what a change needs, shows what it does to the files, and does it. */
export default function ChangeDialog({
  wanted,
  onClose,
}: {
  readonly wanted: Managed;
  readonly onClose: () => void;
}) {
  const first = firstNameOf(wanted);
  const [typed, setTyped] = useState<Typed>({ name: first ?? "", starter: "plain" });
  const [isBusy, setBusy] = useState(false);
  const [failure, setFailure] = useState<string | null>(null);
  const { write } = useChanges();
  const change = toChange(wanted, typed);
  const { plan, problem } = usePlan(change);
  const shownProblem = failure ?? problem;
  const problemId = useId();
  const isSlow = useDelayed(change !== null && plan === null && problem === null);
  const canDo = change !== null && problem === null && !isBusy;

  async function submit(event: FormEvent) {
    event.preventDefault();
    if (!canDo) return;
    setBusy(true);
    setFailure(await makeChange(change));
    setBusy(false);
  }

  /** @returns why not; null where it was made, or is to be looked at first */
  async function makeChange(asked: SourceChange): Promise<string | null> {
    // Enter was pressed before the plan was there.
    const planned = plan ?? (await ask(asked));
    if (typeof planned === "string") return planned;
    if (!plan && (planned.notes.length > 0 || planned.files.length > 1)) return null;
    const answer = await write(wanted, asked, planned);
    if (!answer.ok) return answer.problem.message;
    onClose();
    return null;
  }

  function type(next: Partial<Typed>) {
    setFailure(null);
    setTyped({ ...typed, ...next });
  }

  return (
    <Dialog className="change-dialog" title={titleOf(wanted)} onClose={onClose}>
      <form onSubmit={(event) => void submit(event)}>
        {first !== null && (
          <NameField
            wanted={wanted}
            value={typed.name}
            onChange={(name) => type({ name })}
            isWrong={shownProblem !== null}
            describedBy={problemId}
          />
        )}
        {wanted.kind === "new-email" && (
          <StarterChoice value={typed.starter} onChange={(starter) => type({ starter })} />
        )}
        <p id={problemId} className="change-problem" aria-live="polite">
          {shownProblem}
        </p>
        {isSlow && <p className="change-wait">Looking through the project…</p>}
        {plan && <PlanView wanted={wanted} plan={plan} />}
        <footer className="change-foot">
          <Button onClick={onClose}>Cancel</Button>
          <Button
            type="submit"
            kind={wanted.kind.startsWith("delete") ? "danger" : "plain"}
            className="change-do"
            aria-disabled={!canDo}
            {...(first === null && { "data-first": true })}
          >
            {doWords[wanted.kind]}
          </Button>
        </footer>
      </form>
    </Dialog>
  );
}

async function ask(change: SourceChange): Promise<ChangePlan | string> {
  const answer = await postChange({ change, version: null });
  return answer.ok ? answer.value : answer.problem.message;
}
