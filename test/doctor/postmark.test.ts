import type { InboxOptions } from "letterpress/inbox";
import { describe, expect, test } from "vitest";
import type { DoctorContext } from "../../src/doctor/doctor-context.ts";
import { createPostmarkApi } from "../../src/postmark-api/create-postmark-api.ts";
import { openClient } from "../inbox/open-inbox.ts";
import { openPostmark } from "../inbox/postmark-api/open-postmark.ts";
import { complaints, examine } from "./examine.ts";
import { healthyZone, selector } from "./fake-dns.ts";
import { handlerThat } from "./handler-that.ts";

const triggers = ["Delivery", "Bounce", "SpamComplaint", "SubscriptionChange"] as const;
const auth = { username: "postmark", password: "hook-secret" };
const streams = ["outbound", "broadcast"];

/** A local Postmark in which all is well, and the doctor's look at it. */
async function open(options: InboxOptions = {}, token = "server-token-0001") {
  const url = await handlerThat(200);
  const webhooks = [{ url, auth, stream: "outbound", triggers }];
  const postmark = await openPostmark({ webhooks, streams, ...options });
  const api = (kind: "serverToken" | "accountToken", value: string) =>
    createPostmarkApi({ [kind]: value, baseUrl: postmark.api.postmarkUrl });
  return {
    ...{ ...postmark, url },
    examine: (changes: Partial<DoctorContext> = {}, zone = healthyZone) =>
      examine(zone, {
        server: api("serverToken", token),
        accountByServerToken: api("accountToken", token),
        now: Date.now(),
        ...changes,
      }),
    accountApi: api("accountToken", "account-token-0001"),
  };
}

describe("with a server token", () => {
  test("all is well", async () => {
    const { examine } = await open();
    const report = await examine();
    expect(complaints(report)).toEqual([]);
    expect(report.results.map(({ id }) => id)).toEqual(
      expect.arrayContaining([
        "server",
        "smtp-on",
        "error-hooks",
        "tracking",
        "stream",
        "webhook-1",
      ]),
    );
    expect(JSON.stringify(report)).not.toMatch(/server-token-0001|hook-secret/);
  });

  test.each([
    ["SMTP is off", { SmtpApiActivated: false }, "smtp-on error"],
    ["error hooks are off", { EnableSmtpApiErrorHooks: false }, "error-hooks warning"],
  ])("%s", async (_, settings, complaint) => {
    const { client, examine } = await open();
    await client.editServer(settings);
    expect(complaints(await examine())).toEqual([complaint]);
  });

  test("a sandbox delivers nothing, and says so", async () => {
    const { examine } = await open();
    const sandbox = createPostmarkApi({
      serverToken: "server-token-0001",
      fetch: async () =>
        Response.json({ Name: "Tests", DeliveryType: "Sandbox", EnableSmtpApiErrorHooks: true }),
    });
    const report = await examine({ server: sandbox });
    expect(complaints(report)).toContain("server warning");
  });

  test.each([
    ["is not there", "receipts", "stream error", /no stream "receipts".*outbound, broadcast/],
    ["takes mail in", "inbound", "stream error", /sends none/],
    ["is for the other host", "broadcast", "stream error", /smtp-broadcasts\.postmarkapp\.com/],
  ])("a stream that %s", async (_, stream, complaint, words) => {
    const { examine } = await open(stream === "inbound" ? { streams: undefined } : {});
    const report = await examine({ stream });
    expect(complaints(report)).toContain(complaint);
    const { message, fix } = report.results.find(({ id }) => id === "stream") ?? {};
    expect(`${message} ${fix}`).toMatch(words);
  });

  test("an archived stream", async () => {
    const { client, examine } = await open();
    await client.archiveMessageStream("broadcast");
    const report = await examine({ stream: "broadcast" });
    expect(report.results.find(({ id }) => id === "stream")?.message).toMatch(/archived/);
  });

  test.each([
    ["nobody is told", [], "webhooks warning"],
    ["anybody may post", [{ triggers }], "webhook-1 warning"],
    ["bounces are not told", [{ auth, triggers: ["Delivery"] as const }], "webhook-1 warning"],
  ])("webhooks: %s", async (_, webhooks, complaint) => {
    const url = await handlerThat(200);
    const all = webhooks.map((one) => ({ url, stream: "outbound", ...one }));
    const { examine } = await open({ webhooks: all });
    expect(complaints(await examine())).toEqual([complaint]);
  });

  test("a webhook that is not verified", async () => {
    const { ask, examine } = await open({ webhooks: [] });
    const webhook = {
      Url: await handlerThat(500),
      Verify: false,
      Triggers: { Bounce: { Enabled: true } },
    };
    await ask("/webhooks", { method: "POST", body: JSON.stringify(webhook) });
    expect(complaints(await examine())).toEqual(["webhook-1 error"]);
  });

  test("a webhook whose handler fails", async () => {
    const url = await handlerThat(500);
    const { client, inbox, examine } = await open({
      webhooks: [{ url, auth, stream: "outbound", triggers }],
    });
    await client.sendEmail({
      From: "a@shop.example",
      To: "b@shop.example",
      Subject: "Hi",
      TextBody: "Hi",
    });
    await expect
      .poll(() => inbox.postmark.webhooks.calls().some(({ attempts }) => attempts.length > 0))
      .toBe(true);
    expect(complaints(await examine())).toEqual(["webhook-1 error"]);
  });

  test("mail refused after its 250 is told, without whom it was for", async () => {
    const { inbox, examine } = await open();
    inbox.suppressions.add("ada@shop.example", { reason: "HardBounce" });
    const message = { from: "a@shop.example", to: "ada@shop.example", subject: "Hi", text: "Hi" };
    await openClient(inbox).sendMail(message);
    const report = await examine();
    expect(complaints(report)).toEqual(["smtp-errors warning"]);
    expect(JSON.stringify(report)).not.toContain("ada@");
  });

  test("a token that Postmark does not know is told once, one of the account as what it is", async () => {
    const strict = {
      mode: "strict",
      credentials: [{ serverToken: "right-token" }],
      accountToken: "account-token",
    } as const;
    const { examine } = await open(strict);
    expect(complaints(await examine())).toEqual(["server error"]);
    const mixedUp = await open(strict, "account-token");
    const report = await mixedUp.examine();
    expect(report.results.find(({ id }) => id === "server")?.message).toMatch(/account token/);
    expect(JSON.stringify(report)).not.toContain("account-token");
  });
});

describe("--fix", () => {
  test("turns error hooks on and registers the webhook, once", async () => {
    const { client, examine } = await open({ webhooks: [] });
    await client.editServer({ EnableSmtpApiErrorHooks: false } as never);
    const url = new URL(await handlerThat(200));
    Object.assign(url, { username: "postmark", password: "hook-secret" });
    const asked = { webhookUrl: url.href };
    expect(complaints(await examine(asked))).toEqual(["error-hooks warning", "webhooks error"]);
    const fixed = await examine({ ...asked, fix: true });
    expect(complaints(fixed)).toEqual([]);
    expect(JSON.stringify(fixed)).not.toContain("hook-secret");
    expect(complaints(await examine({ ...asked, fix: true }))).toEqual([]);
    const { Webhooks } = await client.getWebhooks();
    expect(Webhooks).toHaveLength(1);
    expect(Webhooks[0]?.HttpAuth).toEqual({ Username: "postmark", Password: "hook-secret" });
  });

  test("registers no address that does not answer, and none without a password", async () => {
    const { client, examine } = await open({ webhooks: [] });
    const failing = (await handlerThat(500)).replace("//", "//postmark:hook-secret@");
    for (const webhookUrl of [failing, await handlerThat(200)]) {
      const report = await examine({ webhookUrl, fix: true });
      expect(complaints(report)).toEqual(["webhooks error"]);
      expect(report.results.find(({ id }) => id === "webhooks")?.message).toMatch(
        /was not registered/,
      );
    }
    expect((await client.getWebhooks()).Webhooks).toHaveLength(0);
  });
});

describe("with an account token", () => {
  const about = { Name: "shop.example", ReturnPathDomain: "pm-bounces.shop.example" };

  test("a domain that is not there", async () => {
    const { accountApi, examine } = await open();
    expect(complaints(await examine({ account: accountApi }))).toEqual(["domain error"]);
  });

  test("its selector and Return-Path are looked up in DNS, with the record to publish", async () => {
    const { account, accountApi, examine } = await open();
    const { ID } = await account.createDomain(about);
    const { DKIMHost } = await account.getDomain(ID);
    const report = await examine({ account: accountApi, dkimSelectors: [] });
    expect(complaints(report)).toEqual(["dkim error"]);
    expect(report.results.find(({ id }) => id === "dkim")?.record).toMatchObject({
      type: "TXT",
      name: DKIMHost,
    });
  });

  test("what is not verified there", async () => {
    const answers =
      (domain: object): typeof fetch =>
      async (input) =>
        String(input).includes("/domains/7")
          ? Response.json(domain)
          : Response.json({ TotalCount: 1, Domains: [{ ID: 7, Name: "shop.example" }] });
    const domain = {
      ...{
        ...about,
        DKIMHost: `${selector}._domainkey.shop.example`,
        DKIMTextValue: "k=rsa; p=AAAA",
      },
      ...{ DKIMVerified: false, ReturnPathDomainVerified: false },
    };
    const { examine } = await open();
    const account = createPostmarkApi({
      accountToken: "account-token-0001",
      fetch: answers(domain),
    });
    const report = await examine({ account, dkimSelectors: [] });
    expect(complaints(report)).toEqual([
      "dkim error",
      "domain-dkim error",
      "domain-return-path warning",
    ]);
    expect(report.results.find(({ id }) => id === "dkim")?.message).toMatch(
      /another than Postmark signs with/,
    );
    expect(report.results.find(({ id }) => id === "domain-dkim")?.record?.value).toBe(
      "k=rsa; p=AAAA",
    );
  });
});
