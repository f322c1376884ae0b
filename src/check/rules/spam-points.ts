import type { Rule } from "../rule.ts";
import { notablePoints } from "../spam/spam-verdict.ts";

/** Half way to what most servers take for spam. @see https://spamassassin.apache.org/full/4.0.x/doc/Mail_SpamAssassin_Conf.html#required_score */
const manyPoints = 3;

/** A spam filter has nothing against the mail. */
export const spamPoints: Rule = {
  name: "spam-points",
  subject: "spam",
  severity: "warning",
  summary: "Under `--spam`: SpamAssassin counts less than 1 point against the mail.",
  reason:
    "Servers add what they know of the sender, and from 5 points on file the mail under spam: no one reads it.",
  source: "https://spamassassin.apache.org/doc.html",
  check({ spam }, report) {
    if (!spam || spam.points < notablePoints) return;
    const bad = spam.tests.filter(({ points }) => points > 0);
    report({
      message: `SpamAssassin counts ${spam.points.toFixed(1)} points against this mail`,
      evidence: bad
        .map(({ name, points, description }) =>
          [`${name} ${points.toFixed(1)}`, description].filter(Boolean).join(": "),
        )
        .join("; "),
      advice: "Change what its tests look at, the one with the most points first",
      part: "message",
      ...(spam.points >= manyPoints && { severity: "error" as const }),
      same: bad.map(({ name }) => name).join(),
    });
  },
};
