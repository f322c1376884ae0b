import { memo } from "react";
import type { EmailSpread, ShownFinding } from "../../protocol/index.ts";
import { site } from "../data/site.ts";
import { describePlace } from "../emails/place-text.ts";
import { useOpenPlace } from "../emails/use-open-place.ts";
import { Button, IconButton } from "../ui/button.tsx";
import { CopyButton } from "../ui/copy-button.tsx";
import { CircleAlert, Info, SquarePen, TriangleAlert, Wrench } from "../ui/icons.ts";
import type { FindingActions } from "./finding-actions.ts";
import {
  describeCertainty,
  describeClients,
  describeSpread,
  printFinding,
} from "./finding-words.ts";

const icons = { error: CircleAlert, warning: TriangleAlert, info: Info } as const;

/** One finding: what is wrong, by what it was seen, what to do, who meets it, where it is written. */
export const FindingItem = memo(function FindingItem({
  email,
  finding,
  spread,
  isStop,
  actions,
  onFocus,
}: {
  readonly email: { readonly id: string; readonly variant: string };
  readonly finding: ShownFinding;
  readonly spread: EmailSpread | null;
  /** Whether Tab stops here. */
  readonly isStop: boolean;
  readonly actions: FindingActions;
  readonly onFocus: () => void;
}) {
  const { severity, message, evidence, advice, rule, place, component, elements, fix } = finding;
  const Icon = icons[severity];
  const clients = describeClients(finding);
  const states = describeSpread(finding, spread);
  const certainty = describeCertainty(finding);
  const openEditor = useOpenPlace();
  return (
    <li
      className="finding"
      data-severity={severity}
      onPointerEnter={() => actions.point(finding)}
      onFocus={onFocus}
      onBlur={() => actions.point(null)}
    >
      <button
        type="button"
        className="finding-main"
        tabIndex={isStop ? 0 : -1}
        onClick={() => actions.open(finding)}
      >
        <Icon className="finding-icon" size={14} />
        <span>
          {message}
          {elements.length > 1 && (
            <span className="finding-times tabular"> ×{elements.length}</span>
          )}
        </span>
      </button>
      {evidence && <code className="finding-evidence">{evidence}</code>}
      <p className="finding-advice">{advice}</p>
      {(clients || states || certainty) && (
        <p className="finding-facts">{[clients, states, certainty].filter(Boolean).join(" · ")}</p>
      )}
      <div className="finding-foot">
        <p className="finding-facts">
          {rule}
          {place && (
            <>
              {" · "}
              {component && `<${component}> `}
              {describePlace(place)}
            </>
          )}
        </p>
        <div className="finding-actions">
          {fix && !site.isStatic && (
            <Button
              className="finding-fix"
              tabIndex={isStop ? 0 : -1}
              data-tip={fix}
              onClick={() => actions.fix([finding])}
            >
              <Wrench size={14} /> Fix
            </Button>
          )}
          {place && !site.isStatic && (
            <IconButton
              name="Open in the editor"
              tabIndex={isStop ? 0 : -1}
              onClick={() => void openEditor(place)}
            >
              <SquarePen size={14} />
            </IconButton>
          )}
          <CopyButton
            name="Copy for an agent"
            tabIndex={isStop ? 0 : -1}
            text={printFinding(finding, email, spread)}
          />
        </div>
      </div>
    </li>
  );
});
