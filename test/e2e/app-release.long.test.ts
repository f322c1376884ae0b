import { createInbox } from "letterpress/inbox";
import { expect, onTestFinished, test } from "vitest";
import { openPreview } from "../preview/server/open-preview.ts";
import { clientOf } from "./app-inbox-client.ts";
import { letters } from "./app-project.ts";
import { findViolations } from "./axe.ts";
import { browserForFile } from "./open-page.ts";

const { open } = browserForFile();
const token = "0f5c1c0e-2d5f-4b6a-9c0e-7a1b2c3d4e5f";

/** A page of a preview with this environment, one message of another program open in its inbox. */
async function openMessage(environment: string) {
  const preview = await openPreview({ ...letters, ".env": environment });
  const client = await clientOf(preview);
  await client.sendMail({
    ...{ from: "shop@shop.example", to: "ada@example.com", subject: "Order 1", text: "Thanks" },
  });
  const { page, complaints } = await open(`${preview.url}/inbox`);
  await page.getByRole("link", { name: /Order 1/ }).click();
  await page.getByRole("heading", { name: "Order 1", exact: true }).waitFor();
  return { page, complaints, dialog: page.getByRole("dialog") };
}

/** One beside a server that takes mail for real people. */
async function openBeside() {
  const real = await createInbox({ port: 0, credentials: [{ serverToken: token }] });
  onTestFinished(() => real.close());
  const { host } = new URL(real.smtpUrl);
  return { real, host, ...(await openMessage(`MAIL_URL=smtp://${token}:${token}@${host}\n`)) };
}

test("r releases the open message to a real address, by a deliberate press only", async () => {
  const { page, real, host, dialog, complaints } = await openBeside();
  await page.keyboard.press("r");
  await dialog.getByRole("heading", { name: "Release to a real address" }).waitFor();
  const field = dialog.getByRole("textbox", { name: /recipients/i });
  // Nothing of the message or of a test stands there by itself, and nobody is nobody.
  expect(await field.inputValue()).toBe("");
  expect(await field.evaluate((element) => element.matches(":focus"))).toBe(true);
  await page.keyboard.press("Enter");
  await dialog.getByText("Name at least one recipient.").waitFor();
  for (const colorScheme of ["light", "dark"] as const) {
    await page.emulateMedia({ colorScheme, reducedMotion: "reduce" });
    expect(await findViolations(page, ".send-dialog")).toEqual([]);
  }
  await field.fill("grace@real.example");
  await page.keyboard.press("Enter");

  // The question has its focus on Cancel: Enter once more sends nothing.
  await dialog.getByRole("heading", { name: "Release to 1 recipient?" }).waitFor();
  await dialog.getByText(`It leaves by ${host}`).waitFor();
  await dialog.getByText(/^Order 1, .+, as it arrived$/).waitFor();
  expect(await dialog.getByRole("listitem").allTextContents()).toEqual(["grace@real.example"]);
  expect(await findViolations(page, ".send-dialog")).toEqual([]);
  await page.keyboard.press("Enter");
  await dialog.waitFor({ state: "detached" });
  expect(real.list()).toHaveLength(0);

  await page.getByRole("button", { name: "Release to a real address" }).click();
  await dialog.getByRole("button", { name: `Release by ${host}…` }).click();
  await dialog.getByRole("button", { name: `Release 1 message by ${host}` }).click();
  await page.getByText(`${host} accepted it for grace@real.example`).last().waitFor();
  const [arrived] = real.list();
  expect([arrived?.subject, arrived?.envelope.to]).toEqual(["Order 1", ["grace@real.example"]]);
  expect(await page.content()).not.toContain(token);
  expect(complaints).toEqual([]);
});

test("a refused release tells how far it came; the palette and the sheet of keys have it", async () => {
  const { page, dialog } = await openBeside();
  await page.keyboard.press("?");
  await dialog.getByText("Release to a real address").waitFor();
  await page.keyboard.press("Escape");
  await dialog.waitFor({ state: "detached" });
  await page.keyboard.press("Control+k");
  await page.getByRole("combobox", { name: "Go to anything" }).fill("release");
  await page.getByRole("option", { name: /Release to a real address/ }).click();
  await dialog.getByRole("textbox", { name: /recipients/i }).fill("rcpt-550@fault.test");
  await page.keyboard.press("Enter");
  await dialog.getByRole("button", { name: /^Release 1 message/ }).click();
  await dialog.getByRole("heading", { name: "It was not sent" }).waitFor();
  await dialog.getByText("The recipients were refused. No one has the message.").waitFor();
  expect(await findViolations(page, ".send-dialog")).toEqual([]);
});

test("without a real server r says which setting is missing", async () => {
  const { page, dialog } = await openMessage("");
  await page.keyboard.press("r");
  await page
    .getByText(/Cannot release: there is no real mail server; .*POSTMARK_SERVER_TOKEN/)
    .last()
    .waitFor();
  expect(await dialog.count()).toBe(0);
});
