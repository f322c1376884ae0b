import { describe, expect, test } from "vitest";
import { describeResult } from "../../../preview/app/emails/describe-send.ts";

describe("what is said of a send", () => {
  const target = { kind: "inbox", address: "smtp://127.0.0.1:2525", to: "a@b.example" } as const;
  const sent = {
    status: "sent",
    messageId: "<1@x>",
    accepted: ["a@b.example"],
    rejected: [],
  } as const;

  test("to the inbox leads to the message", () => {
    const notice = describeResult({ ...sent, target, inboxId: "7" }, ["a@b.example"]);
    expect(notice).toMatchObject({
      tone: "done",
      text: "Sent to the local inbox",
      open: { label: "Open", route: { page: "inbox", id: "7" } },
    });
  });

  test("by Postmark says accepted, which is not delivered", () => {
    const result = { ...sent, target: { ...target, kind: "postmark" as const }, inboxId: null };
    expect(describeResult(result, ["a@b.example"]).text).toBe(
      "Postmark accepted it for a@b.example",
    );
    expect(describeResult(result, ["a@b.example", "c@d.example"]).text).toBe(
      "Postmark accepted it for a@b.example",
    );
  });

  test("that failed gives the reason", () => {
    const failed = { status: "failed", message: "Cannot send: why", code: "E", field: null };
    expect(describeResult(failed as never, [])).toEqual({
      tone: "failed",
      text: "Cannot send: why",
    });
  });
});
