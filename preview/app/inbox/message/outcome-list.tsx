import type { RecipientOutcome } from "../../../protocol/index.ts";
import { groupOutcomes } from "./outcomes.ts";
import { Addresses } from "./people.tsx";

/** What became of a message, for each recipient of the envelope. */
export function OutcomeList({ recipients }: { readonly recipients: readonly RecipientOutcome[] }) {
  return groupOutcomes(recipients).map(({ outcome, label, who }) => (
    <span key={label} className="outcome" data-outcome={outcome}>
      <span className="outcome-label">{label}</span> <Addresses addresses={who} />
    </span>
  ));
}
