import { site } from "../data/site.ts";
import type { EmailRoute } from "../route.ts";
import { tip } from "../ui/button.tsx";
import { useShell } from "../ui/shell-context.ts";
import { countBySeverity, describeCount, worstOf } from "./finding-words.ts";
import { useFindings } from "./use-findings.ts";

/** As long as no one looks at the findings, the email and what stands beside it go first, ms. */
const patienceMs = 300;

/** In the status bar: how much is wrong with the email, and the way to what it is. */
export function FindingsToggle({ route }: { readonly route: EmailRoute }) {
  const { asideShown, asideTab, toggleAside } = useShell();
  const isOpen = asideShown && asideTab === "checks";
  const { shown } = useFindings(route, isOpen ? 0 : patienceMs);
  if (!shown || shown.id !== route.id || shown.status === "unchecked") return null;
  const found = countBySeverity(shown.id, shown.findings);
  const worst = worstOf(found);
  return (
    <button
      type="button"
      className="drawer-toggle tabular"
      aria-expanded={isOpen}
      data-level={worst === "error" ? "error" : worst === "warning" ? "warn" : "fine"}
      data-static={site.isStatic}
      onClick={() => toggleAside("checks")}
      {...tip("What the checks found", "checks")}
    >
      {worst === null ? "No findings" : `Checks: ${describeCount(found)}`}
    </button>
  );
}
