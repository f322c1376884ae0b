import { writeFileSync } from "node:fs";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { join } from "node:path";
import { serveInboxApi } from "letterpress/inbox";
import {
  createWebhookFolder,
  createWebhookHandler,
  nodeWebhook,
  type WebhookHandlerOptions,
} from "letterpress/webhook";
import { describe, expect, onTestFinished, test } from "vitest";
import { openInbox } from "../inbox/open-inbox.ts";
import { bounce, delivery, makeRequest, options } from "./handler/post.ts";
import { makeFolder } from "./make-folder.ts";
import { runCommand as run } from "./run-command.ts";

const { user, password } = { user: "postmark", password: "correct horse battery staple" };

/** An app with a folder, that runs while the command does. */
async function openApp(onEvent: WebhookHandlerOptions["onEvent"]) {
  const folder = makeFolder();
  const { store, suppressions, close } = await createWebhookFolder({ folder });
  onTestFinished(close);
  const onProblem = () => undefined;
  const handler = createWebhookHandler(options({ store, suppressions, onEvent, onProblem }));
  const server = createServer(nodeWebhook(handler));
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  onTestFinished(() => {
    server.closeAllConnections();
    server.close();
  });
  const { port } = server.address() as AddressInfo;
  const url = `http://${user}:${encodeURIComponent(password)}@127.0.0.1:${port}/`;
  return { folder, handler, url };
}

describe("letterpress webhooks", () => {
  test("lists, shows and replays what failed, and nothing twice", async () => {
    let isBroken = true;
    const seen: string[] = [];
    const { folder, handler, url } = await openApp(({ type }) => {
      if (isBroken && type === "bounced") throw new Error("no such order");
      seen.push(type);
    });
    await handler(makeRequest(delivery, { trace: "trace-d" }));
    await handler(makeRequest(bounce, { trace: "trace-b" }));

    const store = ["--store", folder];
    const listed = await run(["webhooks", ...store]);
    expect(listed.printed).toMatch(/done +delivered {2}ada@example\.com {2}trace-d\n/);
    expect(listed.printed).toMatch(
      /failed +bounced {2}ada@example\.com {2}trace-b\n +Error: no such/,
    );
    expect(listed.printed).toContain("1 done, 1 failed");
    const failed = await run(["webhooks", "list", "--status", "failed", "--json", ...store]);
    expect(JSON.parse(failed.printed)).toMatchObject({
      id: "trace-b",
      error: "Error: no such order",
    });
    const later = await run(["webhooks", "--until", "1h", ...store]);
    expect(later.printed).toMatch(/^0 done/);

    const shown = await run(["webhooks", "show", "trace-b", ...store]);
    expect(shown.printed).toContain('"RecordType": "Bounce"');
    expect((await run(["webhooks", "show", "none", ...store])).code).toBe(1);

    const again = await run(["webhooks", "replay", "--url", url, ...store]);
    expect(again).toMatchObject({ code: 1 });
    expect(again.printed).toContain("trace-b  the app answered 503");
    isBroken = false;
    const fixed = await run(["webhooks", "replay", "--url", url, ...store]);
    expect(fixed).toMatchObject({ code: 0 });
    expect(fixed.printed).toContain("trace-b  handled\n1 replayed, 0 failed");
    expect((await run(["webhooks", "replay", "--url", url, ...store])).printed).toMatch(
      /^0 replayed/,
    );
    const one = await run(["webhooks", "replay", "trace-d", "--url", url, ...store]);
    expect(one.printed).toContain("trace-d  handled");
    expect(seen).toEqual(["delivered", "bounced", "delivered"]);
    for (const { printed } of [again, fixed, one]) expect(printed).not.toContain("horse");
  });

  test.each([
    [["webhooks", "remove"], '"remove" is none of list, show and replay'],
    [["webhooks", "replay"], "replay needs --url"],
    [["webhooks", "--type", "bounce"], "did you mean bounced"],
    [["webhooks", "--since", "soon"], '"soon" is no time'],
    [["webhooks", "show"], "show takes one id"],
    [["suppressions"], "none of why, list"],
    [["suppressions", "why"], "why needs an address"],
    [
      ["suppressions", "add", "a@b.example", "--reason", "karma"],
      "--reason must be one of hard-bounce",
    ],
  ])("%j makes no sense, and says why", async (args, words) => {
    const { code, printed } = await run(args);
    expect(code).toBe(2);
    expect(printed).toContain(words);
  });

  test("says which folder is not there", async () => {
    const { code, printed } = await run(["webhooks"]);
    expect(code).toBe(1);
    expect(printed).toContain(".letterpress; name the one that your app gives");
  });
});

describe("letterpress suppressions", () => {
  test("tells why an address gets no mail: which event, when, of which message", async () => {
    const { folder, handler } = await openApp(() => undefined);
    const Metadata = { "letterpress-id": "sender-id-1" };
    await handler(makeRequest({ ...bounce, Metadata }, { trace: "trace-b" }));
    const store = ["--store", folder];
    const { printed } = await run(["suppressions", "why", "ADA@example.com", ...store]);
    expect(printed).toContain(
      "ada@example.com is suppressed in the stream outbound: mail to it bounced",
    );
    expect(printed).toMatch(/since +2026-11-05T16:33:54\.907Z/);
    expect(printed).toMatch(/by +HardBounce\n +it said +smtp;550 5\.1\.1 no such user/);
    expect(printed).toMatch(/message +883953f4-.*\n +sent as +sender-id-1\n +webhook +trace-b/);
    const other = await run(["suppressions", "why", "bob@example.com", ...store]);
    expect(other.printed).toContain("bob@example.com is not suppressed, and never was.");

    const forged = { ...bounce, Email: "eve\u001b[2J@example.com", Details: "\u001b[31mred" };
    await handler(makeRequest(forged, { trace: "trace-e" }));
    for (const args of [["suppressions", "list"], ["webhooks"]]) {
      expect((await run([...args, ...store])).printed).not.toContain("\u001b");
    }
    const lifted = await run(["suppressions", "lift", "ada@example.com", ...store]);
    expect(lifted.printed).toContain(
      "is not suppressed in the stream outbound: that was lifted at",
    );
    expect((await run(["suppressions", "list", ...store])).printed).toContain("1 suppressed\n");
  });

  test("takes a file in, writes it out, and brings it together with Postmark's list", async () => {
    const inbox = await openInbox();
    const api = await serveInboxApi(inbox);
    onTestFinished(() => api.close());
    inbox.suppressions.add("eve@example.com", { reason: "SpamComplaint" });
    const folder = makeFolder();
    const store = ["--store", folder];
    const file = join(folder, "list.csv");
    writeFileSync(file, "email;reason\nada@example.com;unsubscribe\nnobody;manual\n");
    const imported = await run(["suppressions", "import", file, ...store]);
    expect(imported.code).toBe(1);
    expect(imported.printed).toContain("line 3: the address has no '@'");
    expect(imported.printed).toContain("1 imported, 1 refused");

    const env = { POSTMARK_SERVER_TOKEN: "secret-token", POSTMARK_API_URL: api.postmarkUrl };
    const synced = await run(["suppressions", "sync", ...store], env);
    expect(synced.printed).toContain("1 taken over from Postmark");
    expect(synced.printed).toContain("1 told to Postmark");
    expect(synced.printed).not.toContain("secret-token");
    expect(inbox.suppressions.find("outbound", "ada@example.com")).toBeDefined();
    const { printed } = await run(["suppressions", "export", ...store]);
    expect(printed.split("\r\n")).toEqual([
      "address,stream,reason,since,message_id,details",
      expect.stringMatching(/^ada@example\.com,outbound,unsubscribe,/),
      expect.stringMatching(/^eve@example\.com,outbound,complaint,/),
      "",
    ]);
  });
});
