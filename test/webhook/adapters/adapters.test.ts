import { createWebhookHandler, type WebhookEvent, type WebhookProblem } from "letterpress/webhook";
import { describe, expect, test } from "vitest";
import { basic, delivery, options } from "../handler/post.ts";
import { askRaw } from "./raw-request.ts";
import { servers } from "./serve.ts";

const megabyte = 1024 * 1024;

/** Ones whose framework reads the body before the handler sees the request. */
const parsesFirst = ["Express behind express.json()", "Express behind express.raw()", "Fastify"];
/** Ones that cannot know where a request comes from. */
const isBlind = ["a route of Next, as a function"];

describe.each(Object.entries(servers))("behind %s", (name, serve) => {
  async function open(given: Parameters<typeof options>[0] = {}) {
    const events: WebhookEvent[] = [];
    const problems: WebhookProblem[] = [];
    const handler = createWebhookHandler(
      options({
        onEvent: (event) => void events.push(event),
        onProblem: (problem) => void problems.push(problem),
        ...given,
      }),
    );
    const port = await serve(handler);
    const url = `http://127.0.0.1:${port}/webhooks`;
    const post = (body: unknown, headers: Readonly<Record<string, string>> = {}) =>
      fetch(url, {
        method: "POST",
        headers: { authorization: basic(), "content-type": "application/json", ...headers },
        body: typeof body === "string" ? body : JSON.stringify(body),
      });
    return { events, problems, port, url, post };
  }

  test("an event arrives, whole, and its repetition does not", async () => {
    const { events, post } = await open();
    const payload = { ...delivery, Details: "smtp;250 grüße 🎉" };
    const answer = await post(payload, { "x-pm-webhook-trace-id": "trace-1" });
    expect(answer.status).toBe(200);
    expect(await answer.json()).toEqual({ ok: true, events: 1 });
    const second = await post(payload, { "x-pm-webhook-trace-id": "trace-1" });
    expect(await second.json()).toEqual({ ok: true, duplicate: true });
    expect(events).toMatchObject([{ type: "delivered", details: "smtp;250 grüße 🎉" }]);
    expect(events[0]?.raw).toEqual(payload);
  });

  test("wrong credentials get 401, and what throws gets 503", async () => {
    const { post } = await open({
      onEvent: () => {
        throw new Error("no such order");
      },
    });
    const wrong = basic({ user: "postmark", password: "guess" });
    expect((await post(delivery, { authorization: wrong })).status).toBe(401);
    expect((await post(delivery)).status).toBe(503);
  });

  test("a probe of any shape gets 200", async () => {
    const { post } = await open();
    for (const body of [{}, { Probe: true }]) expect((await post(body)).status).toBe(200);
    expect((await post("", { "content-type": "text/plain" })).status).toBe(200);
  });

  test("the address list is asked about the other end of the connection", async () => {
    const { post } = await open({ addresses: ["127.0.0.0/8"] });
    expect((await post(delivery)).status).toBe(isBlind.includes(name) ? 503 : 200);
    const { post: postElsewhere, problems } = await open({ addresses: ["203.0.113.7"] });
    expect((await postElsewhere(delivery)).status).toBe(503);
    expect(problems).toMatchObject([{ code: "address" }]);
  });

  test.runIf(!parsesFirst.includes(name))("50 MB are refused before they come", async () => {
    const { port, problems } = await open();
    const head = [
      ...["POST /webhooks HTTP/1.1", "host: a", `authorization: ${basic()}`],
      ...["content-type: application/json", `content-length: ${50 * megabyte}`],
    ];
    let written = 0;
    const answer = await askRaw(port, head, () => {
      written += 1;
      return written <= 16 ? "x".repeat(1024) : undefined;
    });
    expect(answer.status).toBe(413);
    expect(problems).toMatchObject([{ code: "too-large" }]);
  });

  test.runIf(!parsesFirst.includes(name))("50 MB that say no length are cut off", async () => {
    const { port, problems } = await open({ maxBodyBytes: megabyte });
    const head = [
      ...["POST /webhooks HTTP/1.1", "host: a", `authorization: ${basic()}`],
      ...["content-type: application/json", "transfer-encoding: chunked"],
    ];
    let written = 0;
    const piece = "x".repeat(64 * 1024);
    const answer = await askRaw(port, head, () => {
      written += piece.length;
      return written < 50 * megabyte ? `${piece.length.toString(16)}\r\n${piece}\r\n` : undefined;
    });
    expect(answer.status).toBe(413);
    expect(written).toBeLessThan(50 * megabyte);
    expect(problems).toMatchObject([{ code: "too-large" }]);
  });

  test.runIf(!parsesFirst.includes(name))(
    "a body that does not come is waited for no longer",
    async () => {
      const { port, problems } = await open({ bodyTimeoutMs: 50 });
      const head = [
        ...["POST /webhooks HTTP/1.1", "host: a", `authorization: ${basic()}`],
        ...["content-type: application/json", "content-length: 100"],
      ];
      let isBegun = false;
      const answer = await askRaw(port, head, () => {
        const piece = isBegun ? undefined : "{";
        isBegun = true;
        return piece;
      });
      expect(answer.status).toBe(408);
      expect(problems).toMatchObject([{ code: "slow-body" }]);
    },
  );
});
