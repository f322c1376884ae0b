import { parseWebhook, suppressionChangeOf } from "letterpress/webhook";
import { describe, expect, test } from "vitest";
import { readFixtures } from "../fixtures/read-fixtures.ts";

const context = { id: "w1", receivedAt: new Date("2026-11-26T09:00:00Z") };

function reasonsOf(payload: object) {
  return parseWebhook(payload).map((event) => {
    const change = suppressionChangeOf(event, context);
    return change ? (change.reason ?? "lifted") : undefined;
  });
}

const bounced = (Type: string, Inactive = false) => ({
  ...{ RecordType: "Bounce", Type, Inactive, Email: "Ada@example.com", MessageID: "m1" },
  BouncedAt: "2026-11-05T16:33:54Z",
});

const changed = (given: object) => ({
  ...{ RecordType: "SubscriptionChange", Recipient: "ada@example.com", MessageStream: "news" },
  ...given,
});

describe("suppressionChangeOf()", () => {
  test("of every bounce type, without Postmark calling the address inactive", () => {
    const types = readFixtures()
      .filter(({ record, name }) => record === "bounce" && name.endsWith("missing"))
      .map(({ payload }) => String(payload.Type));
    expect(types).toHaveLength(22);
    const suppressing = types.flatMap((type) => {
      const [reason] = reasonsOf(bounced(type));
      return reason ? [`${type}: ${reason}`] : [];
    });
    expect(suppressing).toEqual([
      ...["HardBounce: hard-bounce", "Unsubscribe: unsubscribe", "BadEmailAddress: hard-bounce"],
      ...["SpamComplaint: complaint", "ManuallyDeactivated: manual"],
    ]);
  });

  test("an address that Postmark calls inactive is suppressed, whatever made it so, but for replies", () => {
    expect(reasonsOf(bounced("SoftBounce", true))).toEqual(["hard-bounce"]);
    expect(reasonsOf(bounced("SpamNotification", true))).toEqual(["complaint"]);
    expect(reasonsOf(bounced("SMTPApiError", true))).toEqual(["manual"]);
    for (const type of ["AutoResponder", "AddressChange", "ChallengeVerification"]) {
      expect(reasonsOf(bounced(type, true))).toEqual([undefined]);
    }
  });

  test.each([
    [{ SuppressSending: true, SuppressionReason: "HardBounce" }, "hard-bounce"],
    [{ SuppressSending: true, SuppressionReason: "SpamComplaint" }, "complaint"],
    [
      { SuppressSending: true, SuppressionReason: "ManualSuppression", Origin: "Recipient" },
      "unsubscribe",
    ],
    [
      { SuppressSending: true, SuppressionReason: "ManualSuppression", Origin: "Customer" },
      "manual",
    ],
    [{ SuppressSending: true, SuppressionReason: "Karma", Origin: "Admin" }, "manual"],
    [{ SuppressSending: false, MessageID: null, Origin: "Admin" }, "lifted"],
    [{ SuppressSending: "false" }, undefined],
  ])("of a changed subscription, %j", (given, reason) => {
    expect(reasonsOf(changed(given))).toEqual([reason]);
  });

  test("of a complaint, and of nothing else that happens to a message", () => {
    expect(reasonsOf({ RecordType: "SpamComplaint", Email: "ada@example.com" })).toEqual([
      "complaint",
    ]);
    for (const RecordType of ["Delivery", "Open", "Click", "Forward"]) {
      expect(reasonsOf({ RecordType, Recipient: "ada@example.com", Inactive: true })).toEqual([
        undefined,
      ]);
    }
  });

  test("holds what `why` tells, with the time that it happened, never one to come", () => {
    const [event] = parseWebhook({
      ...bounced("HardBounce"),
      Metadata: { "letterpress-id": "c1" },
    });
    if (!event) throw new Error("no event");
    expect(suppressionChangeOf(event, context)).toEqual({
      ...{ address: "ada@example.com", stream: "outbound", reason: "hard-bounce" },
      ...{ at: new Date("2026-11-05T16:33:54Z"), atPostmark: true },
      origin: { webhookId: "w1", messageId: "m1", correlationId: "c1", type: "HardBounce" },
    });
    const later = { ...event, at: new Date("2099-01-01T00:00:00Z") };
    expect(suppressionChangeOf(later, context)?.at).toEqual(context.receivedAt);
    const unknown = { ...event, at: undefined };
    expect(suppressionChangeOf(unknown, context)?.at).toEqual(context.receivedAt);
  });
});
