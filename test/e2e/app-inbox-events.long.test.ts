import type { Page } from "playwright-core";
import { expect, test } from "vitest";
import type { InboxList } from "../../preview/protocol/index.ts";
import { openApp } from "../inbox/webhooks/open-app.ts";
import { openPreview } from "../preview/server/open-preview.ts";
import { clientOf } from "./app-inbox-client.ts";
import { letters } from "./app-project.ts";
import { findViolations } from "./axe.ts";
import { browserForFile } from "./open-page.ts";

const { open } = browserForFile();

const mail = {
  ...{ from: "orders@shop.example", to: ["ada@example.com", "grace@example.com"] },
  ...{ subject: "Order 10428", html: '<a href="https://shop.example/orders/1">Your order</a>' },
};

async function openEvents(webhooks: readonly string[] = []) {
  const preview = await openPreview(letters, { webhooks });
  await (await clientOf(preview)).sendMail(mail);
  const { page } = await open(`${preview.url}/inbox`);
  await page.getByRole("link", { name: /Order 10428/ }).click();
  await page.getByRole("tab", { name: "Events" }).click();
  return { preview, page };
}

/** The rows of a list, once one of them fits. */
async function rowsOf(page: Page, list: string, like: RegExp) {
  const rows = page.getByRole("list", { name: list }).getByRole("listitem");
  await rows.filter({ hasText: like }).first().waitFor();
  return rows.allInnerTexts();
}

test("what a recipient does with a message is seen beside the webhooks that tell it", async () => {
  const app = await openApp(({ payload }) =>
    payload.RecordType === "Bounce" ? 503 : payload.RecordType === "Click" ? 401 : 200,
  );
  const { page } = await openEvents([app.url.replace("//", "//user:secret@")]);
  const button = (name: string) => page.getByRole("button", { name, exact: true });
  expect((await rowsOf(page, "What happened", /Delivered/)).length).toBe(2);

  const before = await button("Open").boundingBox();
  for (const name of ["Open", "Click", "Bounce"]) await button(name).click();
  await button("Reactivate").waitFor();
  expect(await button("Open").boundingBox()).toEqual(before);
  const happened = await rowsOf(page, "What happened", /Suppressed/);
  expect(happened.map((row) => row.split("\n")[0])).toEqual([
    ...["Delivered", "Delivered", "Opened", "Link clicked", "Hard bounce", "Suppressed"],
  ]);

  await rowsOf(page, "Webhooks", /Bounce\s*Waits\s*Answered 503 in .+; tried again in \d+ s/);
  await rowsOf(page, "Webhooks", /Click\s*Lost\s*Answered 401 .+ Postmark does not try again/);
  await rowsOf(page, "Webhooks", /Delivery\s*Taken\s*Answered 200/);
  const bounce = page.getByRole("listitem").filter({ hasText: /^Bounce/ });
  await bounce.locator("summary").click();
  await bounce.getByText('"Type": "HardBounce"').waitFor();
  await bounce.getByText(/^answer \d+$/).waitFor();
  expect(await page.locator("body").innerText()).not.toContain("secret");
  const count = app.got.length;
  await bounce.getByRole("button", { name: "Send again" }).click();
  await expect.poll(() => app.got.length).toBe(count + 1);
  expect(app.got.at(-1)?.payload).toMatchObject({ RecordType: "Bounce", Type: "HardBounce" });
  expect(app.got.at(-1)?.headers.authorization).toMatch(/^Basic /);

  await button("Reactivate").click();
  await button("Unsubscribe").waitFor();
  await page.getByRole("button", { name: "Recipient" }).click();
  await page.getByRole("menuitemradio", { name: "grace@example.com" }).click();
  await button("Complain").click();
  expect((await rowsOf(page, "What happened", /Spam complaint/)).at(-1)).toMatch(/grace@/);
  expect(await findViolations(page)).toEqual([]);
});

test("without a webhook the page says how to set one up, on a phone too", async () => {
  const { page } = await openEvents();
  await page.setViewportSize({ width: 360, height: 800 });
  await page.getByText("None is set up: start with --webhook").waitFor();
  expect(await findViolations(page)).toEqual([]);
});

test("what cannot be done is refused, and so is what no page of the preview asks for", async () => {
  const preview = await openPreview(letters);
  await (await clientOf(preview)).sendMail({ ...mail, html: "<p>No link</p>" });
  const { messages } = await preview.json<InboxList>("/api/inbox");
  const path = `/api/inbox/${messages[0]?.id}/events`;
  const post = async (url: string, body: object, headers = {}) => {
    const changing = { "content-type": "application/json", "x-letterpress": "1", ...headers };
    const init = { method: "POST", body: JSON.stringify(body), headers: changing };
    return (await preview.request(url, init)).status;
  };
  const recipient = "ada@example.com";
  expect(await post(path, { action: "open", recipient })).toBe(200);
  expect(await post(path, { action: "click", recipient })).toBe(422);
  expect(await post(path, { action: "open", recipient: "eve@example.com" })).toBe(422);
  expect(await post(path, { action: "constructor", recipient })).toBe(400);
  expect(await post(path, { action: "open", recipient }, { "x-letterpress": "" })).toBe(403);
  expect(await post(path, { action: "open" }, { origin: "http://evil.example" })).toBe(403);
  expect(await post("/api/inbox/none/events", { action: "open", recipient })).toBe(404);
  expect(await post("/api/inbox/webhooks/1/resend", {})).toBe(422);
  expect((await preview.request("/api/inbox/webhooks/1/payload")).status).toBe(404);
  const postmark = { headers: { "x-postmark-server-token": "t" } };
  const found = await preview.json<{ TotalCount: number }>(
    "/postmark/messages/outbound?count=5&offset=0",
    postmark,
  );
  expect(found.TotalCount).toBe(1);
});
