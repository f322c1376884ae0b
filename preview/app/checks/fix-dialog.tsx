import { lazy, Suspense, useEffect, useState } from "react";
import type { FixPlan, ShownFinding } from "../../protocol/index.ts";
import type { Answer } from "../data/ask.ts";
import { postFix, postUndoFix } from "../data/check-endpoints.ts";
import { type EmailRoute, emailQuery } from "../route.ts";
import { Button } from "../ui/button.tsx";
import { Dialog } from "../ui/dialog.tsx";
import { count } from "../ui/format.ts";
import { useNotices } from "../ui/notices.tsx";
import "../code/code.css";

const DiffEditor = lazy(() => import("../code/diff-editor.tsx"));

/** Shows what a fix changes in the sources, and writes it when that is wanted. */
export default function FixDialog({
  route,
  findings,
  onClose,
}: {
  readonly route: EmailRoute;
  readonly findings: readonly ShownFinding[];
  readonly onClose: () => void;
}) {
  const { notify } = useNotices();
  const [answer, setAnswer] = useState<Answer<FixPlan> | null>(null);
  const [isBusy, setBusy] = useState(false);
  const { id, ...state } = emailQuery(route);
  const request = { ...state, keys: findings.map(({ key }) => key) };
  const ask = JSON.stringify({ id, request });

  useEffect(() => {
    const asked = JSON.parse(ask) as { id: string; request: typeof request };
    let isWanted = true;
    void postFix(asked.id, { ...asked.request, version: null }).then((next) => {
      if (isWanted) setAnswer(next);
    });
    return () => {
      isWanted = false;
    };
  }, [ask]);

  async function undo(token: string) {
    const undone = await postUndoFix(token);
    notify(
      undone.ok
        ? { tone: "done", text: "Taken back" }
        : { tone: "failed", text: undone.problem.message },
    );
  }

  async function write(plan: FixPlan) {
    if (isBusy) return;
    setBusy(true);
    const written = await postFix(id, { ...request, version: plan.version });
    setBusy(false);
    if (!written.ok) {
      setAnswer(written);
      return;
    }
    onClose();
    const { undo: token } = written.value;
    notify({
      ...{ tone: "done", text: `Fixed in ${namesOf(written.value)}` },
      ...(token !== null && { act: { label: "Undo", run: () => void undo(token) } }),
    });
  }

  const plan = answer?.ok ? answer.value : null;
  const titles = plan?.files.flatMap(({ titles }) => titles) ?? [];
  const [only] = titles;
  return (
    <Dialog
      className="fix-dialog"
      title={titles.length === 1 && only ? only : `Fix ${count(findings.length, "finding")}`}
      onClose={onClose}
    >
      <div className="fix-files scrolls">
        {plan?.files.map(({ file, before, after }) => (
          <section key={file} className="fix-file" aria-label={file}>
            <h3 className="truncate">{file}</h3>
            <Suspense fallback={null}>
              <DiffEditor original={before} code={after} language="tsx" label={file} />
            </Suspense>
          </section>
        ))}
        {answer && !answer.ok && (
          <p className="fix-problem" role="alert">
            {answer.problem.message}
          </p>
        )}
      </div>
      {plan && plan.leftCount > 0 && (
        <p className="fix-left">
          {count(plan.leftCount, "more change")} at the same place: fix again after this.
        </p>
      )}
      <footer className="fix-foot">
        <Button onClick={onClose}>{answer && !answer.ok ? "Close" : "Cancel"}</Button>
        {(!answer || plan) && (
          <Button
            data-first
            aria-disabled={!plan || isBusy}
            className="fix-write"
            onClick={() => plan && void write(plan)}
          >
            {titles.length > 1 ? `Make ${count(titles.length, "change")}` : "Make this change"}
          </Button>
        )}
      </footer>
    </Dialog>
  );
}

function namesOf({ files }: FixPlan): string {
  const [first] = files;
  return files.length === 1 && first ? first.file : count(files.length, "file");
}
