import {
  createMemorySuppressionStore,
  createMemoryWebhookStore,
  createWebhookHandler,
  type WebhookEvent,
  type WebhookHandlerOptions,
  type WebhookProblem,
  type WebhookRecord,
  type WebhookStore,
} from "letterpress/webhook";
import { describe, expect, test } from "vitest";
import { readFixtures } from "../fixtures/read-fixtures.ts";
import { answerBodies } from "./answer-bodies.ts";
import { basic, bounce, credential, delivery, makeRequest, options } from "./post.ts";

/** A handler, and what it told. */
function open(given: Partial<WebhookHandlerOptions> = {}) {
  const events: WebhookEvent[] = [];
  const problems: WebhookProblem[] = [];
  const store = createMemoryWebhookStore();
  const handler = createWebhookHandler(
    options({
      onEvent: (event) => void events.push(event),
      onProblem: (problem) => void problems.push(problem),
      store,
      ...given,
    }),
  );
  return { events, problems, handler, store };
}

async function recordsOf(store: WebhookStore): Promise<WebhookRecord[]> {
  const records: WebhookRecord[] = [];
  for await (const record of store.list()) records.push(record);
  return records;
}

const fail = () => {
  throw new Error("no such order");
};

describe("a webhook handler lets in", () => {
  const old = { user: "postmark", password: "last year's" };
  const secret = { header: "X-Shop-Secret", value: "4711 and more" };

  test.each([
    ["the user and the password", credential, {}],
    ["any of several, while secrets change", [credential, old], { authorization: basic(old) }],
    ["a header", secret, { "x-shop-secret": secret.value, authorization: "" }],
    ["a scheme in any case", credential, { authorization: basic().replace("Basic", "basic") }],
    [
      "words beyond ASCII",
      { user: "päul", password: "pass:wörd" },
      { authorization: basic({ user: "päul", password: "pass:wörd" }) },
    ],
  ])("%s", async (_, credentials, headers) => {
    const { handler } = open({ credentials });
    expect((await handler(makeRequest(delivery, { headers }))).status).toBe(200);
  });

  test.each([
    ["nothing", ""],
    ["another password", basic({ user: "postmark", password: "guess" })],
    [
      "a part of the password",
      basic({ ...credential, password: credential.password.slice(0, -1) }),
    ],
    ["more than the password", basic({ ...credential, password: `${credential.password}x` })],
    ["the password alone", basic({ user: "", password: credential.password })],
    ["another scheme", `Bearer ${credential.password}`],
    ["no base64", "Basic %%%"],
  ])("not %s", async (_, authorization) => {
    const { handler, events, problems } = open();
    const answer = await handler(makeRequest(delivery, { headers: { authorization } }));
    expect(answer.status).toBe(401);
    expect(events).toEqual([]);
    expect(problems).toMatchObject([{ code: "credentials", status: 401 }]);
  });

  test("by 503 those that are wrong, where Postmark is to try again", async () => {
    const { handler } = open({ wrongCredentials: "retry" });
    const headers = { authorization: "Basic eDp5" };
    expect((await handler(makeRequest(delivery, { headers }))).status).toBe(503);
  });

  test("addresses of the list, in every form, beside the credentials", async () => {
    const { handler } = open({ addresses: ["203.0.113.7", "2001:db8::/32"] });
    const ask = async (remoteAddress?: string) =>
      (await handler(makeRequest(delivery), { remoteAddress })).status;
    expect(await ask("203.0.113.7")).toBe(200);
    expect(await ask("::ffff:203.0.113.7")).toBe(200);
    expect(await ask("2001:db8::1%eth0")).toBe(200);
    expect(await ask("203.0.113.8")).toBe(503);
    expect(await ask("nonsense")).toBe(503);
    expect(await ask(undefined)).toBe(503);
  });

  test("addresses that the app reads out of a header", async () => {
    const { handler } = open({
      addresses: ["203.0.113.7"],
      clientAddress: (request) => request.headers.get("x-real-ip") ?? undefined,
    });
    const headers = { "x-real-ip": "203.0.113.7" };
    const answer = await handler(makeRequest(delivery, { headers }), { remoteAddress: "10.0.0.1" });
    expect(answer.status).toBe(200);
  });
});

describe("a webhook handler answers", () => {
  test("a wrong method with 405", async () => {
    const { handler } = open();
    const answer = await handler(makeRequest(undefined, { method: "GET" }));
    expect([answer.status, answer.headers.get("allow")]).toEqual([405, "POST"]);
  });

  test.each(["{", "[]", "null", '"text"'])("%s with 400", async (body) => {
    const { handler, problems } = open();
    expect((await handler(makeRequest(body))).status).toBe(400);
    expect(problems).toMatchObject([{ code: "malformed" }]);
  });

  test("any type of content, since a proxy may have lost it", async () => {
    const { handler, events } = open();
    const headers = { "content-type": "text/plain" };
    expect((await handler(makeRequest(delivery, { headers }))).status).toBe(200);
    expect(events).toHaveLength(1);
  });

  test("mail that came in with 422, and says where it belongs", async () => {
    const { handler, problems, events } = open();
    const [inbound] = readFixtures().filter(({ record }) => record === "inbound");
    expect((await handler(makeRequest(inbound?.payload))).status).toBe(422);
    expect(problems[0]?.message).toContain("inbound webhook an address of its own");
    expect(events).toEqual([]);
  });

  test("a body whose sender goes away with 408", async () => {
    const { handler } = open();
    const body = new ReadableStream({
      pull: (controller) => controller.error(new Error("reset")),
    });
    expect((await handler(makeRequest(body))).status).toBe(408);
  });

  test("every fixture with 200, but mail that came in", async () => {
    const { handler } = open();
    for (const { record, payload } of readFixtures()) {
      const { status } = await handler(makeRequest(payload));
      expect(status, record).toBe(record === "inbound" ? 422 : 200);
    }
  });

  // `npm run webhook-load` tries ten thousand.
  test("a thousand bodies of any kind, none of them with 5xx", async () => {
    const { handler } = open();
    const statuses = await answerBodies(handler, 1_000);
    expect([...statuses.keys()].sort()).toEqual([200, 400, 422]);
  });
});

describe("a webhook handler loses nothing", () => {
  test("a webhook is written down before it is handled, and marked when it is done", async () => {
    const seen: WebhookRecord[][] = [];
    const store = createMemoryWebhookStore();
    const { handler } = open({
      store,
      onEvent: async () => void seen.push(await recordsOf(store)),
    });
    await handler(makeRequest(delivery, { trace: "t1" }));
    expect(seen).toMatchObject([[{ id: "t1", status: "handling", attempts: 1 }]]);
    const [record] = await recordsOf(store);
    expect(record).toMatchObject({ status: "done", body: JSON.stringify(delivery) });
    expect(record).toMatchObject({ recordType: "Delivery", types: ["delivered"] });
  });

  test("what throws is answered with 503, kept with its reason, and handled when it comes again", async () => {
    let isBroken = true;
    const { handler, store, problems } = open({ onEvent: () => isBroken && fail() });
    const answer = await handler(makeRequest(delivery, { trace: "t1" }));
    expect(answer.status).toBe(503);
    expect(await answer.text()).not.toContain("no such order");
    expect(problems).toMatchObject([{ code: "handler-failed", webhookId: "t1" }]);
    expect(await recordsOf(store)).toMatchObject([
      { status: "failed", error: "Error: no such order" },
    ]);
    isBroken = false;
    expect((await handler(makeRequest(delivery, { trace: "t1" }))).status).toBe(200);
    expect(await recordsOf(store)).toMatchObject([{ status: "done", attempts: 2 }]);
  });

  test("repetitions without a trace id are known by their body; other events are not theirs", async () => {
    const { handler, events } = open();
    const other = { ...delivery, Recipient: "bob@example.com" };
    const again = { ...delivery, DeliveredAt: "2026-11-05T16:33:54.9070260Z" };
    for (const body of [delivery, delivery, other, again, other]) await handler(makeRequest(body));
    expect(events.map(({ recipient }) => recipient)).toEqual([
      ...["ada@example.com", "bob@example.com", "ada@example.com"],
    ]);
  });

  test("one that is being handled is not handled beside it, and comes again", async () => {
    let end = () => {};
    const { handler } = open({ onEvent: () => new Promise<void>((resolve) => (end = resolve)) });
    const first = handler(makeRequest(delivery, { trace: "t1" }));
    while (!(await handler(makeRequest(delivery, { trace: "t1" })).then((r) => r.status === 503)));
    end();
    expect((await first).status).toBe(200);
    expect((await handler(makeRequest(delivery, { trace: "t1" }))).status).toBe(200);
  });

  test("a store that fails is our own trouble; one that fails afterwards costs a repetition at worst", async () => {
    const broken = { ...createMemoryWebhookStore(), claim: fail };
    const { handler, problems, events } = open({ store: broken });
    expect((await handler(makeRequest(delivery))).status).toBe(503);
    expect(problems).toMatchObject([{ code: "store-failed", status: 503 }]);
    expect(events).toEqual([]);
    const late = open({ store: { ...createMemoryWebhookStore(), settle: async () => fail() } });
    expect((await late.handler(makeRequest(delivery))).status).toBe(200);
    expect(late.problems).toMatchObject([{ code: "store-failed", status: 200 }]);
  });

  test("the app is told the id and the attempts that are left", async () => {
    const contexts: unknown[] = [];
    const { handler } = open({ onEvent: (_, context) => void contexts.push(context) });
    const headers = { "x-pm-retries-remaining": "8" };
    await handler(makeRequest(delivery, { trace: "t1", headers }));
    expect(contexts).toEqual([{ id: "t1", receivedAt: expect.any(Date), retriesRemaining: 8 }]);
  });

  test("a press of the test button is marked, answered with 200 whatever comes of it, and kept nowhere", async () => {
    const suppressions = createMemorySuppressionStore();
    const MessageID = "00000000-0000-0000-0000-000000000000";
    const pressed = {
      ...bounce,
      MessageID,
      Email: "john@example.com",
      ServerID: 1234,
      Tag: "Test",
    };
    const { handler, store, problems } = open({
      suppressions,
      onEvent: (event) => {
        expect(event.test).toBe(true);
        fail();
      },
    });
    expect((await handler(makeRequest(pressed))).status).toBe(200);
    expect(problems).toMatchObject([{ code: "handler-failed", status: 200 }]);
    expect(await recordsOf(store)).toEqual([]);
    expect(await suppressions.find(["john@example.com"], "outbound")).toEqual([]);
  });
});

describe("a webhook handler keeps suppressions", () => {
  test("before the app is told, and even if it throws", async () => {
    const suppressions = createMemorySuppressionStore();
    const { handler } = open({ suppressions, onEvent: fail });
    await handler(makeRequest(bounce, { trace: "t1" }));
    const [found] = await suppressions.find(["ada@example.com"], "outbound");
    expect(found).toMatchObject({
      ...{ reason: "hard-bounce", at: new Date("2026-11-05T16:33:54.907Z"), atPostmark: true },
      origin: {
        ...{ webhookId: "t1", messageId: bounce.MessageID, type: "HardBounce" },
        details: "smtp;550 5.1.1 no such user",
      },
    });
  });
});

describe("createWebhookHandler() refuses", () => {
  test.each<[string, object, string]>([
    ["no credentials", { credentials: undefined }, "'credentials' is missing"],
    ["none in the list", { credentials: [] }, "'credentials' is empty"],
    ["an empty password", { credentials: { user: "a", password: "" } }, "'password'"],
    ["a user with a colon", { credentials: { user: "a:b", password: "c" } }, "'user'"],
    ["an empty secret", { credentials: { header: "X-A", value: "" } }, "'value' for X-A"],
    ["a header that is none", { credentials: { header: "X A", value: "b" } }, "'header'"],
    ["a misspelt option", { onEvents: fail }, "'onEvents' is not an option"],
    ["no function", { onEvent: undefined }, "'onEvent' is not a function"],
    ["an address that is none", { addresses: ["example.com"] }, '"example.com"'],
    ["a range that is none", { addresses: ["10.0.0.0/33"] }, '"10.0.0.0/33"'],
    ["a size that is none", { maxBodyBytes: -1 }, "'maxBodyBytes' is -1"],
    ["another answer", { wrongCredentials: "ignore" }, "'wrongCredentials' is \"ignore\""],
  ])("%s", (_, given, words) => {
    expect(() => createWebhookHandler({ ...options(), ...given })).toThrow(words);
  });
});
