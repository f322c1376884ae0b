import fc from "fast-check";
import { isWebhookError } from "letterpress";
import { metadataValue, parseWebhook, type WebhookEvent } from "letterpress/webhook";
import { describe, expect, test } from "vitest";
import { readFixtures } from "./fixtures/read-fixtures.ts";

const fixtures = readFixtures();

/** An event as the fixtures write it. */
function plain({ raw: _, ...event }: WebhookEvent) {
  return JSON.parse(JSON.stringify(event, (_key, value) => value ?? null));
}

describe("parseWebhook() reads", () => {
  test.each(fixtures)("$record: $name", ({ payload, events }) => {
    const read = parseWebhook(JSON.stringify(payload));
    expect(read.map(plain)).toEqual(events);
    for (const event of read) expect(event.raw).toEqual(payload);
  });

  test("every type that the fixtures are to cover", () => {
    const types = fixtures.flatMap(({ events }) => events.map(({ type }) => type));
    expect([...new Set(types)].sort()).toEqual([
      ...["autoresponded", "bounced", "clicked", "complained", "deferred", "delivered", "failed"],
      ...["opened", "rejected", "subscribed", "unknown", "unsubscribed"],
    ]);
  });

  test("octets, with or without a byte order mark, and what is parsed already", () => {
    const payload = { RecordType: "Open", Recipient: "ada@example.com", Tag: "grüße" };
    const bytes = new TextEncoder().encode(`\uFEFF${JSON.stringify(payload)}`);
    for (const body of [bytes, `\uFEFF ${JSON.stringify(payload)}\n`, payload]) {
      expect(parseWebhook(body)).toMatchObject([{ type: "opened", tag: "grüße" }]);
    }
  });

  test("metadata whatever the case of its keys", () => {
    const metadata = { "X-Order-ID": "1", "Letterpress-Id": "abc", __proto__: "x", number: 1 };
    const payload = { RecordType: "Open", Recipient: "ada@example.com", Metadata: metadata };
    const [event] = parseWebhook(payload);
    if (!event) throw new Error("no event");
    expect(event.correlationId).toBe("abc");
    expect(metadataValue(event, "x-order-id")).toBe("1");
    expect(metadataValue(event, "toString")).toBeUndefined();
    expect(metadataValue(event, "number")).toBeUndefined();
    const named = parseWebhook(payload, { correlationKey: "x-order-id" });
    expect(named[0]?.correlationId).toBe("1");
  });
});

describe("parseWebhook() refuses, by a WebhookError that says nothing of the body", () => {
  test.each([
    ["", "empty"],
    ["  \n", "empty"],
    ["{", "not JSON"],
    ["secret-word", "not JSON"],
    ["[]", "a list"],
    ["null", "null"],
    ["3", "a number"],
    [undefined, "a undefined"],
  ])("%j", (body, words) => {
    try {
      parseWebhook(body);
      expect.unreachable();
    } catch (error) {
      if (!isWebhookError(error)) throw error;
      expect(error.message).toContain(words);
      expect(error.message).not.toContain("secret-word");
      expect(error.status).toBe(400);
    }
  });
});

describe("parseWebhook() holds, whatever comes", () => {
  const someKey = fc.constantFrom(
    ...["RecordType", "Type", "TypeCode", "Email", "Recipient", "MessageID", "Metadata", "Tag"],
    ...["DeliveredAt", "BouncedAt", "ReceivedAt", "ChangedAt", "SuppressSending", "FromFull"],
    ...["SuppressionReason", "MessageStream", "OriginalLink", "FirstOpen", "__proto__", "ID"],
  );
  const someText = fc.oneof(
    fc.constantFrom(
      ...["Delivery", "Bounce", "SpamComplaint", "Open", "Click", "SubscriptionChange"],
      ...["SMTPApiError", "HardBounce", "ada@example.com", '"', "<", "a@b,c@d;<e@f", "constructor"],
      ...["2026-11-05T16:33:54.9070259Z", "2026-99-99T99:99:99Z", "9999-12-31T23:59:60Z"],
    ),
    fc.string({ unit: "binary", maxLength: 60 }),
  );
  const someValue = fc.oneof({ weight: 3, arbitrary: someText }, fc.jsonValue({ maxDepth: 3 }));

  test("an object of any fields becomes events, each with its recipient or none", () => {
    fc.assert(
      fc.property(fc.dictionary(someKey, someValue), (payload) => {
        const events = parseWebhook(JSON.stringify(payload));
        expect(events.length).toBeGreaterThan(0);
        for (const { type, recipient, at, problem } of events) {
          expect(problem === undefined).toBe(type !== "unknown");
          if (type !== "unknown" && type !== "failed") expect(recipient).toContain("@");
          if (at) expect(Number.isNaN(at.getTime())).toBe(false);
        }
      }),
      { numRuns: 2_000 },
    );
  });

  test("any value, text or octets gives events or a WebhookError of status 400", () => {
    const anything = fc.oneof(
      fc.anything(),
      fc.string({ unit: "binary" }),
      fc.uint8Array(),
      fc.json(),
    );
    fc.assert(
      fc.property(anything, (body) => {
        try {
          return parseWebhook(body).length > 0;
        } catch (error) {
          return isWebhookError(error) && error.status === 400;
        }
      }),
      { numRuns: 1_000 },
    );
  });

  test("of several recipients each is told once, and a name with a comma is no recipient", () => {
    const person = fc.record({
      name: fc.stringMatching(/^[a-z ,;]{0,12}$/),
      address: fc.stringMatching(/^[a-z]{1,8}@[a-z]{1,8}\.example$/),
    });
    fc.assert(
      fc.property(
        fc.uniqueArray(person, { selector: (p) => p.address, minLength: 1 }),
        (people) => {
          const Email = people
            .map((p) => (p.name ? `"${p.name}" <${p.address}>` : p.address))
            .join();
          const events = parseWebhook({ RecordType: "SMTPApiError", Email });
          expect(events.map((e) => e.recipient)).toEqual(people.map((p) => p.address));
        },
      ),
    );
  });

  test("nesting of any depth, and a field of any length", () => {
    const depth = 200_000;
    const deep = `{"RecordType":"Open","a":${"[".repeat(depth)}${"]".repeat(depth)}}`;
    expect(parseWebhook(deep)[0]?.type).toBe("unknown");
    const Recipient = `${'\\"'.repeat(9_000)}<`;
    expect(parseWebhook({ RecordType: "Open", Recipient })[0]?.type).toBe("unknown");
  });
});
