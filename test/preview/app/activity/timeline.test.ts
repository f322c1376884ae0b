import { describe, expect, test } from "vitest";
import { actionWords } from "../../../../preview/app/activity/message/action-words.ts";
import { timelineSteps } from "../../../../preview/app/activity/message/timeline-steps.ts";
import { trackOf } from "../../../../preview/app/activity/message/track.ts";
import type { ActivityEvent, ActivityMessage } from "../../../../preview/protocol/index.ts";

const queued: ActivityMessage = {
  ...{ id: "1", state: "queued", reason: null, to: ["ada@example.com"], subject: "Hi", tag: null },
  ...{ emailId: null, stream: "outbound", sender: "default", attempts: 0, createdAt: 1_000 },
  ...{ dueAt: 1_000, settledAt: null, key: null, messageId: "<1@shop.example>", postmarkId: null },
  ...{ priority: "normal", envelopeFrom: "shop@shop.example", sizeBytes: 1, sha256: "" },
  ...{ accepted: [], refused: [], reply: null, expiresAt: null, claimedAt: null, events: [] },
  ...{ actions: [], content: null, contentProblem: null, isPurged: false },
};
const accepted: ActivityMessage = {
  ...queued,
  ...{ state: "accepted", attempts: 1, claimedAt: 1_100, settledAt: 1_400, reply: "250 ok" },
};
const event = (at: number, type: string, detail = {}): ActivityEvent => {
  return { at, type, recipient: "ada@example.com", detail };
};
const labels = (message: ActivityMessage) => timelineSteps(message).map(({ label }) => label);
const way = (message: ActivityMessage) =>
  trackOf(message).map(({ label, at }) => (at === null ? `(${label})` : label));

describe("the way of a message", () => {
  test("shows what has not happened yet", () => {
    expect(way(queued)).toEqual(["Queued", "(Sending)", "(Accepted)", "(Delivered)"]);
    expect(way({ ...queued, state: "sending", claimedAt: 1_100 })[1]).toBe("Sending");
    expect(way(accepted)).toEqual(["Queued", "Sending", "Accepted", "(Delivered)", "(Opened)"]);
  });

  test("goes as far as webhooks told, and ends where it went wrong", () => {
    const delivered = {
      ...accepted,
      state: "delivered",
      events: [event(1_500, "delivered")],
    } as const;
    expect(way(delivered)).toEqual(["Queued", "Sending", "Accepted", "Delivered", "(Opened)"]);
    const clicked = [...delivered.events, event(1_600, "opened"), event(1_700, "clicked")];
    expect(way({ ...delivered, state: "clicked", events: clicked }).slice(3)).toEqual([
      ...["Delivered", "Opened", "Clicked"],
    ]);
    const bounced = [event(1_500, "bounced", { bounce: { type: "HardBounce" } })];
    expect(way({ ...accepted, state: "bounced", events: bounced })).toEqual([
      ...["Queued", "Sending", "Accepted", "Bounced"],
    ]);
    const rejected = {
      ...accepted,
      state: "rejected",
      events: [event(1_400, "rejected")],
    } as const;
    expect(way(rejected)).toEqual(["Queued", "Sending", "Rejected"]);
    expect(way({ ...queued, state: "cancelled", events: [event(2_000, "cancelled")] })).toEqual([
      ...["Queued", "Cancelled"],
    ]);
  });

  test("was accepted before it was delivered, whichever was written down first", () => {
    const message = { ...accepted, events: [event(1_300, "delivered")] };
    expect(labels(message)).toEqual(["Queued", "Sending", "Accepted", "Delivered"]);
    expect(timelineSteps(message)[2]?.at).toBe(1_300);
  });
});

test("the timeline says why, by whom, and which message belongs to it", () => {
  const [, , retry, again] = timelineSteps({
    ...accepted,
    events: [
      event(1_200, "retry", { attempt: 1, reason: "451 later" }),
      event(9_000, "sent-again", { "by hand": "send again", as: "2" }),
    ],
  }).filter(({ label }) => label !== "Accepted");
  expect(retry).toMatchObject({ label: "Not sent", words: "attempt 1; 451 later", tone: "warn" });
  expect(again).toMatchObject({ label: "Sent again", otherId: "2", words: "by hand: send again" });
});

test("each action says in words who gets what", () => {
  expect(actionWords("send again", accepted).effect).toMatch(/ada@example\.com may get it twice/);
  const held = {
    ...queued,
    state: "held",
    reason: "nobody knows",
    to: ["a@x.example", "b@x.example"],
  } as const;
  expect(actionWords("release", held).effect).toMatch(/held: nobody knows.*each of 2 recipients/);
  expect(actionWords("mark as sent", held)).toMatchObject({ sends: false });
  expect(actionWords("cancel", held).effect).toMatch(/^Nothing is sent/);
});
