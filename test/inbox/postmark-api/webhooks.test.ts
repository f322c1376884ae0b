import { describe, expect, test } from "vitest";
import { openApp } from "../webhooks/open-app.ts";
import { until } from "../webhooks/until.ts";
import { mail, openPostmark } from "./open-postmark.ts";

const triggers = { Delivery: { Enabled: true }, Bounce: { Enabled: true, IncludeContent: true } };

describe("webhooks by Postmark's API", () => {
  test("are made, verified, told, changed and deleted", async () => {
    const app = await openApp();
    const { client } = await openPostmark();
    const made = await client.createWebhook({
      ...{ Url: app.url, MessageStream: "outbound", Triggers: triggers },
      HttpAuth: { Username: "user", Password: "pass" },
      HttpHeaders: [{ Name: "X-Secret", Value: "s" }],
    });
    expect(made).toMatchObject({
      ...{ Url: app.url, MessageStream: "outbound", HttpAuth: { Username: "user" } },
      Triggers: { Delivery: { Enabled: true }, Open: { Enabled: false } },
    });
    expect(app.got.map(({ payload }) => payload.RecordType).sort()).toEqual(["Bounce", "Delivery"]);
    const { MessageID } = await client.sendEmail(mail);
    await until(() => expect(app.got).toHaveLength(3));
    expect(app.got[2]).toMatchObject({
      ...{ payload: { RecordType: "Delivery", MessageID }, headers: { "x-secret": "s" } },
    });
    const edited = await client.editWebhook(made.ID, {
      Triggers: { Delivery: { Enabled: false } },
    });
    expect(edited.Triggers).toMatchObject({
      ...{ Delivery: { Enabled: false }, Bounce: { Enabled: true, IncludeContent: true } },
    });
    expect((await client.getWebhooks({ messageStream: "outbound" })).Webhooks).toHaveLength(1);
    expect((await client.getWebhooks({ messageStream: "broadcast" })).Webhooks).toEqual([]);
    await client.deleteWebhook(made.ID);
    await expect(client.getWebhook(made.ID)).rejects.toMatchObject({ statusCode: 422 });
  });

  test("that do not answer 200 are not saved, but unverified on request, and told nothing", async () => {
    const app = await openApp((_, count) => (count <= 2 ? 204 : 200));
    const { client, ask } = await openPostmark();
    const wanted = { Url: app.url, Triggers: triggers };
    await expect(client.createWebhook(wanted)).rejects.toMatchObject({ code: 1364 });
    expect((await client.getWebhooks()).Webhooks).toEqual([]);
    const body = JSON.stringify({ ...wanted, Verify: false });
    const saved = await (await ask("/webhooks", { method: "POST", body })).json();
    expect(saved).toMatchObject({ Status: "Unverified" });
    await client.sendEmail(mail);
    expect(app.got).toHaveLength(2);
    const verified = await ask(`/webhooks/${saved.ID}/verify`, { method: "POST" });
    expect(await verified.json()).toMatchObject({ Success: true });
    await client.sendEmail(mail);
    await until(() => expect(app.got).toHaveLength(5));
    await until(async () =>
      expect(await (await ask(`/webhooks/${saved.ID}/statistics`)).json()).toMatchObject({
        ...{ TotalAttempts: 1, SuccessfulAttempts: 1 },
      }),
    );
    const nowhere = { Url: "nowhere", Triggers: triggers };
    await expect(client.createWebhook(nowhere)).rejects.toMatchObject({ code: 1350 });
  });
});
