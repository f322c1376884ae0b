import { Models } from "postmark";
import { describe, expect, test } from "vitest";
import { openClient } from "../open-inbox.ts";
import { sendRaw } from "../send-raw.ts";
import { mail, openPostmark } from "./open-postmark.ts";

const bounceTo = (type: string) => `${type}@bounce-testing.postmarkapp.com`;

describe("looking at what was sent by Postmark's API", () => {
  test("mail of SMTP and of HTTP is found by what one knows of it", async () => {
    const { client, inbox } = await openPostmark();
    const { id } = await sendRaw(inbox, {
      headers: ["X-Pm-Metadata-Orderid: 42", "X-PM-Tag: receipt", "X-PM-Message-Stream: news"],
    });
    const { MessageID } = await client.sendEmail({
      ...mail,
      ...{ To: "grace@example.com", Subject: "Your order", Metadata: { orderId: "43" } },
    });
    const found = async (filter: object) =>
      (await client.getOutboundMessages({ count: 10, ...filter })).Messages.map(
        (message) => message.MessageID,
      );
    expect(await found({})).toEqual([MessageID, id]);
    expect(await found({ count: 1, offset: 1 })).toEqual([id]);
    expect(await found({ metadata_orderId: "42" })).toEqual([id]);
    expect(await found({ recipient: "GRACE@example.com" })).toEqual([MessageID]);
    expect(await found({ fromEmail: "shop@example.com", subject: "ORDER" })).toEqual([MessageID]);
    expect(await found({ tag: "receipt", messageStream: "news" })).toEqual([id]);
    expect(await found({ status: "sent" })).toHaveLength(2);
    expect(await found({ status: "queued" })).toEqual([]);
    const today = new Date().toISOString().slice(0, 10);
    expect(await found({ fromDate: today, toDate: today })).toHaveLength(2);
    expect(await found({ toDate: "2001-01-01" })).toEqual([]);
    await expect(found({ fromDate: "soon" })).rejects.toMatchObject({ code: 700 });
    await expect(found({ count: 501 })).rejects.toMatchObject({ code: 700 });
  });

  test("details tell the text, the source and the events", async () => {
    const { client, inbox } = await openPostmark();
    const { MessageID } = await client.sendEmail({
      ...{ ...mail, Bcc: "grace@example.com", HtmlBody: '<a href="https://shop.example/a">a</a>' },
      ...{ Metadata: { color: "red" }, TrackLinks: Models.LinkTrackingOptions.HtmlOnly },
    });
    inbox.postmark.open(MessageID);
    inbox.postmark.open(MessageID);
    inbox.postmark.click(MessageID, { recipient: "grace@example.com" });
    const details = await client.getOutboundMessageDetails(MessageID);
    expect(details).toMatchObject({
      ...{ TextBody: mail.TextBody, Status: "Sent", From: '"Shop" <shop@example.com>' },
      To: [{ Email: "ada@example.com", Name: "Ada" }],
      Bcc: [{ Email: "grace@example.com" }],
      ...{ Recipients: ["ada@example.com", "grace@example.com"], TrackLinks: "HtmlOnly" },
      Metadata: { color: "red" },
    });
    expect(details.Body).toContain("X-PM-Metadata-color: red");
    expect(details.MessageEvents.map(({ Type, Recipient }) => [Type, Recipient])).toEqual([
      ["Delivered", "ada@example.com"],
      ["Delivered", "grace@example.com"],
      ["Opened", "ada@example.com"],
      ["Opened", "ada@example.com"],
      ["LinkClicked", "grace@example.com"],
    ]);
    expect((await client.getOutboundMessageDump(MessageID)).Body).toBe(details.Body);
    const opens = await client.getMessageOpensForSingleMessage(MessageID);
    expect(opens.Opens).toMatchObject([{ FirstOpen: false }, { FirstOpen: true }]);
    const clicks = await client.getMessageClicks({ count: 5, recipient: "grace@example.com" });
    expect(clicks.Clicks).toMatchObject([
      { OriginalLink: "https://shop.example/a", Client: { Family: "Chrome" }, Platform: "Desktop" },
    ]);
    await expect(client.getOutboundMessageDetails("none")).rejects.toMatchObject({ code: 701 });
  });

  test("bounces are listed, counted and activated; their addresses are inactive until then", async () => {
    const { client, inbox } = await openPostmark();
    const to = bounceTo("HardBounce");
    const { MessageID } = await client.sendEmail({ ...mail, To: to, Tag: "t" });
    await client.sendEmail({ ...mail, To: bounceTo("SoftBounce") });
    const { Bounces, TotalCount } = await client.getBounces({ tag: "t" });
    expect(TotalCount).toBe(1);
    const [bounce] = Bounces;
    expect(bounce).toMatchObject({
      ...{ Type: "HardBounce", TypeCode: 1, Email: to, MessageID, Inactive: true },
      ...{ CanActivate: true, Subject: "Hello", MessageStream: "outbound" },
    });
    expect(await client.getDeliveryStatistics()).toEqual({
      InactiveMails: 1,
      Bounces: [
        { Name: "All", Count: 2 },
        { Type: "SoftBounce", Name: "Soft bounce", Count: 1 },
        { Type: "HardBounce", Name: "Hard bounce", Count: 1 },
      ],
    });
    await expect(client.sendEmail({ ...mail, To: to })).rejects.toMatchObject({ code: 406 });
    const id = bounce?.ID ?? 0;
    expect((await client.getBounceDump(id)).Body).toContain("Subject: Hello");
    expect(await client.activateBounce(id)).toMatchObject({
      Message: "OK",
      Bounce: { Inactive: false },
    });
    expect((await client.sendEmail({ ...mail, To: to })).ErrorCode).toBe(0);
    await expect(client.getBounce(77)).rejects.toMatchObject({ code: 1001 });
    const spam = inbox.postmark.complain(MessageID);
    await expect(client.activateBounce(spam.id)).rejects.toMatchObject({ code: 1003 });
    expect((await client.getBounces({ type: Models.BounceType.SpamComplaint })).TotalCount).toBe(1);
  });

  test("a refused message of SMTP is an SMTP API error, and among the sent ones it is not", async () => {
    const { inbox, client } = await openPostmark(
      { mode: "strict", credentials: [{ serverToken: "the-token" }] },
      "the-token",
    );
    const login = { user: "the-token", pass: "the-token" };
    await openClient(inbox, { auth: login }).sendMail({
      ...{ from: "shop@example.com", to: "ada@example.com", text: "Hi" },
      headers: { "X-PM-Metadata-key": "x".repeat(81) },
    });
    expect((await client.getOutboundMessages()).TotalCount).toBe(0);
    const { Bounces } = await client.getBounces({ type: Models.BounceType.SMTPApiError });
    expect(Bounces).toMatchObject([
      { TypeCode: 100007, Inactive: false, Email: "ada@example.com" },
    ]);
    expect(Bounces[0]?.Details).toMatch(/81.*\(error code 300\)/);
  });

  test("rules of the inbox make addresses bounce", async () => {
    const { inbox, client } = await openPostmark({
      bounces: [{ to: /^full@/, type: "SoftBounce" }, { to: "Gone@example.com" }],
    });
    await client.sendEmail({ ...mail, To: "full@x.test, gone@example.com, ada@example.com" });
    expect(inbox.list()[0]?.recipients).toMatchObject([
      { outcome: "bounced", bounceType: "SoftBounce" },
      { outcome: "bounced", bounceType: "HardBounce" },
      { outcome: "delivered" },
    ]);
  });

  test("suppressions are made, listed and deleted, but for complaints", async () => {
    const { client, inbox } = await openPostmark();
    const entries = ["Ada@example.com", "nobody"].map((EmailAddress) => ({ EmailAddress }));
    expect(await client.createSuppressions("outbound", { Suppressions: entries })).toMatchObject({
      Suppressions: [
        { EmailAddress: "ada@example.com", Status: "Suppressed" },
        { EmailAddress: "nobody", Status: "Failed" },
      ],
    });
    inbox.suppressions.add("eve@example.com", { reason: "SpamComplaint" });
    expect((await client.getSuppressions("outbound")).Suppressions).toMatchObject([
      {
        EmailAddress: "ada@example.com",
        SuppressionReason: "ManualSuppression",
        Origin: "Customer",
      },
      { EmailAddress: "eve@example.com", SuppressionReason: "SpamComplaint", Origin: "Recipient" },
    ]);
    const filter = { emailAddress: "eve@example.com" };
    expect((await client.getSuppressions("outbound", filter)).Suppressions).toHaveLength(1);
    const gone = ["ada", "eve"].map((name) => ({ EmailAddress: `${name}@example.com` }));
    const deleted = await client.deleteSuppressions("outbound", { Suppressions: gone });
    expect(deleted.Suppressions.map(({ Status }) => Status)).toEqual(["Deleted", "Failed"]);
    expect(inbox.suppressions.list()).toHaveLength(1);
    const many = { Suppressions: Array.from({ length: 51 }, () => ({ EmailAddress: "a@b.test" })) };
    await expect(client.createSuppressions("outbound", many)).rejects.toMatchObject({ code: 1410 });
  });

  test("streams are made, changed, archived and brought back", async () => {
    const { client } = await openPostmark();
    const names = async () => (await client.getMessageStreams()).MessageStreams.map(({ ID }) => ID);
    expect(await names()).toEqual(["outbound", "inbound", "broadcast"]);
    const wanted = { ID: "news", Name: "News", MessageStreamType: "Broadcasts" };
    expect(await client.createMessageStream(wanted)).toMatchObject({
      ...wanted,
      SubscriptionManagementConfiguration: { UnsubscribeHandlingType: "Postmark" },
    });
    await expect(client.createMessageStream(wanted)).rejects.toMatchObject({ code: 1230 });
    await expect(client.createMessageStream({ ...wanted, ID: "No" })).rejects.toMatchObject({
      code: 1227,
    });
    expect(await client.editMessageStream("news", { Name: "Old" })).toMatchObject({ Name: "Old" });
    expect(await client.archiveMessageStream("news")).toMatchObject({ ID: "news" });
    expect(await names()).not.toContain("news");
    const archived = client.sendEmail({ ...mail, MessageStream: "news" });
    await expect(archived).rejects.toMatchObject({ code: 1235 });
    expect(await client.unarchiveMessageStream("news")).toMatchObject({ ArchivedAt: null });
    await expect(client.archiveMessageStream("outbound")).rejects.toMatchObject({ code: 1229 });
    await expect(client.getMessageStream("none")).rejects.toMatchObject({ code: 1226 });
  });

  test("the server and its settings, by either token", async () => {
    const { client, account } = await openPostmark();
    expect(await client.getServer()).toMatchObject({
      ...{ ID: 1, SmtpApiActivated: true, DeliveryType: "Live", EnableSmtpApiErrorHooks: true },
    });
    expect(await client.editServer({ Name: "Shop", TrackOpens: true })).toMatchObject({
      TrackOpens: true,
    });
    expect((await account.getServers()).Servers).toMatchObject([{ Name: "Shop" }]);
    expect(await account.getServer(1)).toMatchObject({ TrackOpens: true });
    await expect(account.getServer(2)).rejects.toMatchObject({ code: 600 });
  });

  test("domains of the account", async () => {
    const { account } = await openPostmark();
    const made = await account.createDomain({ Name: "shop.example" });
    expect(made).toMatchObject({ Name: "shop.example", DKIMVerified: true });
    expect(made.DKIMHost).toMatch(/^\d{14}pm\._domainkey\.shop\.example$/);
    await expect(account.createDomain({ Name: "shop.example" })).rejects.toMatchObject({
      code: 512,
    });
    expect(await account.verifyDomainDKIM(made.ID)).toMatchObject({ DKIMVerified: true });
    expect((await account.getDomains()).TotalCount).toBe(1);
    await account.deleteDomain(made.ID);
    await expect(account.getDomain(made.ID)).rejects.toMatchObject({ code: 510 });
  });

  test("statistics of what is there", async () => {
    const { client, inbox } = await openPostmark();
    const html = '<a href="https://shop.example">Shop</a>';
    const { MessageID } = await client.sendEmail({ ...mail, HtmlBody: html, TrackOpens: true });
    await client.sendEmail({ ...mail, To: bounceTo("SoftBounce"), Tag: "other" });
    inbox.postmark.open(MessageID);
    inbox.postmark.open(MessageID);
    inbox.postmark.click(MessageID);
    inbox.postmark.complain(MessageID);
    expect(await client.getOutboundOverview()).toMatchObject({
      ...{ Sent: 2, Bounced: 1, BounceRate: 50, SpamComplaints: 1, Opens: 2, UniqueOpens: 1 },
      ...{ TotalClicks: 1, WithOpenTracking: 1, SMTPApiErrors: 0 },
    });
    const today = new Date().toISOString().slice(0, 10);
    expect(await client.getSentCounts({ fromDate: today })).toEqual({
      ...{ Days: [{ Date: today, Sent: 2 }], Sent: 2 },
    });
    expect(await client.getSentCounts({ tag: "other" })).toMatchObject({ Sent: 1 });
    expect(await client.getBounceCounts()).toMatchObject({ SoftBounce: 1 });
    expect(await client.getEmailOpenCounts()).toMatchObject({ Opens: 2, Unique: 1 });
    expect(await client.getClickLocation()).toMatchObject({ HTML: 1 });
    expect(await client.getEmailOpenPlatformUsage()).toMatchObject({ Desktop: 2 });
  });

  test("what is deleted from the inbox is gone here, too", async () => {
    const { client, inbox } = await openPostmark();
    await client.sendEmail({ ...mail, To: bounceTo("SoftBounce") });
    inbox.clear();
    expect((await client.getOutboundMessages()).TotalCount).toBe(0);
    expect((await client.getBounces()).TotalCount).toBe(0);
  });
});
