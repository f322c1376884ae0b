import { expect, test } from "vitest";
import { groupOutcomes } from "../../../../preview/app/inbox/message/outcomes.ts";

const delivered = (address: string) =>
  ({ address, outcome: "delivered", bounceType: null }) as const;

test("what went wrong stands first and by name; many accepted are counted", () => {
  const groups = groupOutcomes([
    ...["a@x.example", "b@x.example", "c@x.example", "d@x.example"].map(delivered),
    { address: "e@x.example", outcome: "suppressed", bounceType: null },
    { address: "f@x.example", outcome: "bounced", bounceType: "HardBounce" },
  ]);
  expect(groups.map(({ label, who }) => `${label}: ${who}`)).toEqual([
    "Bounced (HardBounce): f@x.example",
    "Suppressed: e@x.example",
    "Accepted: 4 recipients",
  ]);
});

test("a few accepted are named", () => {
  expect(groupOutcomes([delivered("a@x.example"), delivered("b@x.example")])).toEqual([
    { outcome: "delivered", label: "Accepted", who: ["a@x.example", "b@x.example"] },
  ]);
  expect(groupOutcomes([])).toEqual([]);
});
