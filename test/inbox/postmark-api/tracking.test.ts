import { Models } from "postmark";
import { expect, test } from "vitest";
import { mail, openPostmark } from "./open-postmark.ts";

const html =
  '<body><a href="https://shop.example/a?x=1&amp;y=2">a</a> <a href="mailto:x@y.test">m</a>' +
  "<A HREF='http://shop.example/b'>b</A> <a href=\"{{{ pm:unsubscribe }}}\">Leave</a></body>";
const text =
  "See https://shop.example/a?x=1&y=2, http://shop.example/b. Leave: {{{ pm:unsubscribe }}}";

const addresses = (part: string | undefined) => part?.match(/http:\/\/127[^\s"<,]+/g) ?? [];

test("a tracked message tells its opens and clicks by its own picture and links", async () => {
  const { client, inbox, api } = await openPostmark();
  const { MessageID } = await client.sendEmail({
    ...{ ...mail, To: "ada@example.com, grace@example.com", HtmlBody: html, TextBody: text },
    ...{ TrackOpens: true, TrackLinks: Models.LinkTrackingOptions.HtmlAndText },
  });
  const delivered = inbox.postmark.delivered(MessageID, {
    ...{ baseUrl: api.postmarkUrl, recipient: "GRACE@example.com" },
  });
  expect(delivered.html).not.toContain("shop.example");
  expect(delivered.html).toContain('href="mailto:x@y.test"');
  expect(delivered.text).toMatch(/^See http:\S+, http:\S+\. Leave: http:\S+$/);
  const [a = "", b = "", leave = "", pixel = ""] = addresses(delivered.html);
  const reader = { headers: { "user-agent": "Thunderbird/140 (Windows NT 10.0)" } };
  const opened = await fetch(pixel, reader);
  expect(opened.headers.get("content-type")).toBe("image/gif");
  const follow = (url: string) => fetch(url, { ...reader, redirect: "manual" });
  expect((await follow(b)).headers.get("location")).toBe("http://shop.example/b");
  expect((await follow(a)).headers.get("location")).toBe("https://shop.example/a?x=1&y=2");
  const [inText = ""] = addresses(delivered.text);
  expect((await follow(inText)).headers.get("location")).toBe("https://shop.example/a?x=1&y=2");
  expect(await (await follow(leave)).text()).toContain("no more");
  expect(inbox.suppressions.find("outbound", "grace@example.com")?.origin).toBe("Recipient");
  expect(inbox.postmark.events(MessageID).slice(2)).toMatchObject([
    { kind: "open", recipient: "grace@example.com", isFirst: true },
    { kind: "click", link: "http://shop.example/b", location: "HTML" },
    { kind: "click", link: "https://shop.example/a?x=1&y=2", isFirst: true },
    { kind: "click", location: "Text", isFirst: false },
    { kind: "subscription" },
  ]);
  const { Opens } = await client.getMessageOpensForSingleMessage(MessageID);
  expect(Opens).toMatchObject([{ Client: { Family: "Thunderbird" }, OS: { Family: "Windows" } }]);
  for (const wrong of [`${b}9`, b.replace("/1/html", "/7/html"), b.replace(MessageID, "none")]) {
    expect((await follow(wrong)).status).toBe(404);
  }
});

test("without tracking a message is left as it is, but for the address that unsubscribes", async () => {
  const { client, api } = await openPostmark();
  const { MessageID } = await client.sendEmail({ ...mail, HtmlBody: html, TextBody: text });
  const delivered = async (query = "") =>
    (await fetch(`${api.url}/messages/${MessageID}/delivered${query}`)).json();
  const { html: own } = await delivered();
  expect(own).toContain('<a href="https://shop.example/a?x=1&amp;y=2">');
  expect(addresses(own)).toEqual([
    expect.stringContaining(`${api.postmarkUrl}/track/unsubscribe/`),
  ]);
  expect(own).not.toContain("<img");
  await client.editServer({ TrackOpens: true, TrackLinks: Models.LinkTrackingOptions.HtmlOnly });
  const tracked = await delivered("?recipient=ada@example.com");
  expect(tracked.html).toContain("<img");
  expect(tracked.text).toContain("https://shop.example/a");
  expect((await delivered("?recipient=eve@example.com")).error).toContain("did not go to");
});
