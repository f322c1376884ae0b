import type { RecipientOutcome } from "../../../protocol/index.ts";
import { count } from "../../ui/format.ts";

/** What became of a message for those recipients that share it. */
export interface OutcomeGroup {
  readonly outcome: RecipientOutcome["outcome"];
  /** `Accepted`, `Bounced (HardBounce)`. */
  readonly label: string;
  /** The addresses, or the words for how many when nothing is wrong with many of them. */
  readonly who: readonly string[];
}

const words: Readonly<Record<RecipientOutcome["outcome"], string>> = {
  rejected: "Rejected",
  bounced: "Bounced",
  suppressed: "Suppressed",
  discarded: "Discarded",
  delivered: "Accepted",
};

/** So many addresses to which nothing happened are still named. */
const mostNamed = 3;

/** Groups recipients by what became of the message for them; what went wrong comes first. */
export function groupOutcomes(recipients: readonly RecipientOutcome[]): readonly OutcomeGroup[] {
  const order = Object.keys(words);
  const groups = new Map<string, RecipientOutcome[]>();
  for (const recipient of recipients) {
    const { outcome, bounceType } = recipient;
    const label = words[outcome] + (bounceType === null ? "" : ` (${bounceType})`);
    groups.set(label, [...(groups.get(label) ?? []), recipient]);
  }
  return [...groups]
    .map(([label, those]) => {
      const outcome = those[0]?.outcome ?? "delivered";
      const isMany = outcome === "delivered" && those.length > mostNamed;
      const addresses = those.map(({ address }) => address);
      return { outcome, label, who: isMany ? [count(those.length, "recipient")] : addresses };
    })
    .sort((one, other) => order.indexOf(one.outcome) - order.indexOf(other.outcome));
}
