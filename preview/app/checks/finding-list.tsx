import { type KeyboardEvent, useEffect, useRef, useState } from "react";
import type { EmailSpread, ShownFinding } from "../../protocol/index.ts";
import { Button } from "../ui/button.tsx";
import type { FindingActions } from "./finding-actions.ts";
import { FindingItem } from "./finding-item.tsx";
import { groupBySeverity } from "./finding-words.ts";

/** An email with more findings shows these first. */
const mostAtFirst = 150;

/** The findings by severity: one stop for Tab to each list of actions, arrows from finding to finding. */
export function FindingList({
  email,
  findings,
  spread,
  actions,
}: {
  readonly email: { readonly id: string; readonly variant: string };
  readonly findings: readonly ShownFinding[];
  readonly spread: EmailSpread | null;
  readonly actions: FindingActions;
}) {
  const list = useRef<HTMLDivElement>(null);
  const [showsAll, setShowsAll] = useState(false);
  const [active, setActive] = useState<string | null>(null);
  const shown = showsAll ? findings : findings.slice(0, mostAtFirst);
  const stop = shown.some(({ key }) => key === active) ? active : shown[0]?.key;

  // Opened by its key, the panel has the focus: the arrows are to work at once.
  useEffect(() => {
    if (document.activeElement?.matches(".shell-aside") !== true) return;
    mainsIn(list.current)[0]?.focus();
  }, []);

  function move(event: KeyboardEvent<HTMLDivElement>) {
    const mains = mainsIn(list.current);
    const at = mains.findIndex((main) => main.closest("li")?.contains(event.target as Node));
    const next = { ArrowDown: at + 1, ArrowUp: at - 1, Home: 0, End: mains.length - 1 }[event.key];
    const target = next === undefined ? undefined : mains[next];
    if (next === undefined || at < 0) return;
    event.preventDefault();
    target?.focus();
  }

  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: the keys of the buttons inside
    <div ref={list} onKeyDown={move} onPointerLeave={() => actions.point(null)}>
      {groupBySeverity(shown).map(({ severity, title, findings: inGroup }) => (
        <section key={severity} className="finding-group" aria-label={title}>
          <h2 data-severity={severity}>
            {title} <span className="tabular">{inGroup.length}</span>
          </h2>
          <ol>
            {inGroup.map((finding) => (
              <FindingItem
                key={finding.key}
                email={email}
                finding={finding}
                spread={spread}
                isStop={finding.key === stop}
                actions={actions}
                onFocus={() => {
                  setActive(finding.key);
                  actions.point(finding);
                }}
              />
            ))}
          </ol>
        </section>
      ))}
      {shown.length < findings.length && (
        <p className="finding-more">
          <Button onClick={() => setShowsAll(true)}>Show all {findings.length}</Button>
        </p>
      )}
    </div>
  );
}

function mainsIn(list: HTMLElement | null): readonly HTMLElement[] {
  return [...(list?.querySelectorAll<HTMLElement>(".finding-main") ?? [])];
}
