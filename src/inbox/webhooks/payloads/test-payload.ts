import { bounceKinds } from "../../events/bounce-kinds.ts";
import type { BounceEvent, EventFacts, MailEvent } from "../../events/mail-event.ts";
import type { WebhookTrigger } from "../webhook-options.ts";
import { buildPayload } from "./build-payload.ts";

/** What marks a payload of the dashboard's test button. */
const testServerId = 1234;
const testMessageId = "00000000-0000-0000-0000-000000000000";

/**
 * The payload of the test button in Postmark's dashboard, which handlers get when they are set up. What
 * Postmark probes a new webhook with is not documented; here it is the same.
 */
export function testPayload(trigger: WebhookTrigger, at: Date): object {
  const payload = buildPayload(testEvent(trigger, at));
  return "ServerID" in payload ? { ...payload, ServerID: testServerId } : payload;
}

function testEvent(trigger: WebhookTrigger, at: Date): MailEvent {
  const facts: EventFacts = {
    ...{ messageId: testMessageId, stream: "outbound", recipient: "john@example.com", at },
    ...{ tag: "Test", metadata: { example: "value", example_2: "value" } },
  };
  const userAgent =
    "Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/141.0.0.0 Safari/537.36";
  const events: Readonly<Record<WebhookTrigger, () => MailEvent>> = {
    Delivery: () => ({ ...facts, kind: "delivery", details: "Test delivery webhook details" }),
    Bounce: () => testBounce(facts, "HardBounce"),
    SpamComplaint: () => testBounce(facts, "SpamComplaint"),
    Open: () => ({ ...facts, kind: "open", isFirst: true, userAgent }),
    Click: () => ({
      ...{ ...facts, kind: "click", isFirst: true, userAgent, location: "HTML" },
      link: "https://example.com",
    }),
    SubscriptionChange: () => ({
      ...{ ...facts, kind: "subscription", isSuppressed: true },
      ...{ reason: "ManualSuppression", origin: "Recipient" },
    }),
  };
  return events[trigger]();
}

function testBounce(facts: EventFacts, type: "HardBounce" | "SpamComplaint"): BounceEvent {
  return {
    ...{ ...facts, kind: "bounce", id: 42, type, description: bounceKinds[type].description },
    ...{ details: "Test bounce details", from: "sender@example.com", subject: "Test subject" },
    inactive: true,
  };
}
