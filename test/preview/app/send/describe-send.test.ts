import { describe, expect, test } from "vitest";
import {
  describeOutcome,
  describeResult,
  describeTarget,
  inWords,
} from "../../../../preview/app/send/describe-send.ts";
import { headOutcomes } from "../../../../preview/app/send/outcome-heading.ts";
import { wouldMeetAll } from "../../../../preview/app/send/use-sending.ts";
import type { SendFailure } from "../../../../preview/protocol/index.ts";

const inbox = { kind: "inbox", address: "smtp://127.0.0.1:2525", to: "a@b.example" } as const;
const postmark = { kind: "postmark", address: "smtp.postmarkapp.com:587", to: "" } as const;

describe("what is said of a send", () => {
  const sent = {
    status: "sent",
    messageId: "<1@x>",
    accepted: ["a@b.example"],
    rejected: [],
  } as const;

  test("to the inbox leads to the message", () => {
    const notice = describeResult({ ...sent, target: inbox, inboxId: "7" }, ["a@b.example"]);
    expect(notice).toMatchObject({
      tone: "done",
      text: "Sent to the local inbox",
      open: { label: "Open", route: { page: "inbox", id: "7" } },
    });
  });

  test("by Postmark says accepted, which is not delivered", () => {
    const result = { ...sent, target: postmark, inboxId: null };
    for (const to of [["a@b.example"], ["a@b.example", "c@d.example"]]) {
      expect(describeResult(result, to).text).toBe("Postmark accepted it for a@b.example");
    }
    const server = { ...postmark, kind: "server" as const, address: "mail.example:25" };
    expect(describeResult({ ...result, target: server }, []).text).toMatch(/^mail.example:25 acc/);
  });

  test("that failed gives the reason", () => {
    const failed = { status: "failed", message: "Cannot send: why", code: "E", field: null };
    expect(
      describeResult({ ...failed, delivery: null, conversation: [] } as SendFailure, []),
    ).toEqual({ tone: "failed", text: "Cannot send: why" });
  });
});

test("where a press leads is said before it", () => {
  expect(describeTarget(inbox)).toBe("To the local inbox, smtp://127.0.0.1:2525");
  expect(describeTarget(postmark)).toBe(
    "By Postmark, to the real recipients (smtp.postmarkapp.com:587)",
  );
});

describe("how far a failed send came", () => {
  const failure = (delivery: SendFailure["delivery"]): SendFailure => ({
    ...{ status: "failed", message: "M", code: "C", field: null, conversation: [] },
    delivery,
  });

  test("is nothing to say when the network was not used", () => {
    expect(describeOutcome(failure(null), "postmark")).toBeNull();
  });

  test("tells what certainly nobody has from what somebody may have", () => {
    const refused = { stage: "auth", outcome: "not-sent", messageId: "<1@x>" } as const;
    expect(describeOutcome(failure(refused), "postmark")).toMatch(
      /^The login was refused\. No one has the message\. Compare the credentials/,
    );
    const unknown = { stage: "final-dot", outcome: "unknown", messageId: "<1@x>" } as const;
    expect(describeOutcome(failure(unknown), "postmark")).toMatch(
      /never said .* somebody may have it\. Look for <1@x> there before you send it again\.$/,
    );
  });
});

test("a local send gets no advice about Postmark", () => {
  const delivery = { stage: "rcpt", outcome: "not-sent", messageId: null } as const;
  const refused: SendFailure = {
    ...{ status: "failed", message: "M", code: "C", field: null, conversation: [], delivery },
  };
  expect(describeOutcome(refused, "inbox")).toBe(
    "The recipients were refused. No one has the message.",
  );
});

test("recipients are called by their address, and what only programs read is left out", () => {
  expect(inWords("Cannot send: 'to[1]' has no domain", ["a@b.example", "c"])).toBe(
    "Cannot send: c has no domain",
  );
  expect(inWords(`X refused all ("550 no"); 'rejected' holds the reply to each`, [])).toBe(
    `X refused all ("550 no")`,
  );
});

describe("what stands over a report", () => {
  const failed = (outcome: "not-sent" | "unknown") => ({
    answer: {
      ok: true as const,
      value: {
        ...{ status: "failed" as const, message: "M", code: "C", field: null, conversation: [] },
        delivery: { stage: "final-dot" as const, outcome, messageId: null },
      },
    },
  });
  const away = { answer: { ok: false, problem: { kind: "unreachable", message: "" } } } as const;

  test("never says that nothing was sent where somebody may have it", () => {
    expect(headOutcomes([failed("not-sent")])).toBe("It was not sent");
    expect(headOutcomes([failed("unknown")])).toBe("It may have been sent");
    expect(headOutcomes([away])).toBe("It may have been sent");
    expect(headOutcomes([failed("not-sent"), failed("unknown")])).toBe(
      "0 of 2 sent, 1 may have been",
    );
  });
});

describe("after a failure the others are", () => {
  const failed = (stage: NonNullable<SendFailure["delivery"]>["stage"]) =>
    wouldMeetAll({
      ok: true,
      value: {
        ...{ status: "failed", message: "M", code: "C", field: null, conversation: [] },
        delivery: { stage, outcome: "not-sent", messageId: null },
      },
    });

  test("not tried where they would meet the same", () => {
    expect((["connect", "greeting", "tls", "auth"] as const).every(failed)).toBe(true);
    expect(wouldMeetAll({ ok: false, problem: { kind: "unreachable", message: "" } })).toBe(true);
  });

  test("tried where it was this message that failed", () => {
    expect((["mail", "rcpt", "data", "final-dot"] as const).some(failed)).toBe(false);
    expect(wouldMeetAll({ ok: false, problem: { kind: "refused", message: "" } })).toBe(false);
  });
});
