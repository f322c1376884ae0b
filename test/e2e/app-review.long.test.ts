import { readFileSync } from "node:fs";
import { exportPreview } from "letterpress/vite";
import { expect, onTestFinished, test } from "vitest";
import { createProject } from "../preview/server/test-project.ts";
import { findViolations } from "./axe.ts";
import { browserForFile } from "./open-page.ts";
import { startStaticHost } from "./static-host.ts";

const { open } = browserForFile();

const email = (words: string) => `
  export default function Order({ who }) { return <html lang="en"><body><p>${words} {who}</p></body></html>; }
  Order.PreviewProps = { who: "Ada" };
`;

async function publish(words: string): Promise<string> {
  const project = createProject({
    "emails/orders/order.tsx": email(words),
    "emails/welcome.tsx": email("Welcome"),
  });
  onTestFinished(() => project.dispose());
  const { outDir } = await exportPreview({ root: project.root, outDir: "site" });
  return (await startStaticHost(outDir, "at once")).url;
}

test("who has no code approves and comments, and the author reads it: by the address, or by a file", async () => {
  const site = await publish("Thank you");
  const ada = await open(`${site}emails/orders/order`);
  await ada.shows("orders/order", "default");
  await ada.page.keyboard.press("r");
  const panel = ada.page.getByRole("complementary", { name: "Review" });
  await panel.getByLabel("Your name").fill("Ada");
  await panel.getByRole("button", { name: "Approve" }).click();
  await panel.getByLabel("Comment").fill("Larger, please\n<b>bold</b>");
  await panel.getByRole("button", { name: "Add comment" }).click();
  await panel.getByText("Larger, please").waitFor();
  for (const colorScheme of ["light", "dark"] as const) {
    await ada.page.emulateMedia({ colorScheme, reducedMotion: "reduce" });
    expect(await findViolations(ada.page, "aside")).toEqual([]);
  }
  // It is still there when the page is opened again.
  await ada.page.reload();
  await panel.getByText("1 approved, 1 comment").waitFor();
  await ada.page.context().grantPermissions(["clipboard-read", "clipboard-write"]);
  await panel.getByRole("button", { name: "Copy a link that holds your review" }).click();
  const link = await ada.page.evaluate(() => navigator.clipboard.readText());
  const download = ada.page.waitForEvent("download");
  await panel.getByRole("button", { name: "Save your review as a file" }).click();
  const saved = await download;
  expect(saved.suggestedFilename()).toMatch(/^review-.*Ada\.json$/);

  const author = await open(link);
  await author.page.getByText("Review by Ada opened").first().waitFor();
  expect(new URL(author.page.url()).hash).toBe("");
  await author.page.keyboard.press("r");
  const read = author.page.getByRole("region", { name: "Review by Ada" });
  await read.getByText("Approved").waitFor();
  await read.getByText("<b>bold</b>").waitFor();

  // By the file, in an export in which the email is another by now.
  const later = await open(`${await publish("Thank you so much")}emails/welcome`);
  await later.shows("welcome", "default");
  await later.page.keyboard.press("r");
  const file = { name: "review.json", mimeType: "application/json" };
  const input = later.page.getByLabel("File of a review");
  await input.setInputFiles({ ...file, buffer: Buffer.from("no review") });
  await later.page.getByText("It is not a review of emails.").first().waitFor();
  await input.setInputFiles({ ...file, buffer: readFileSync(await saved.path()) });
  await later.page.getByRole("region", { name: "All reviews" }).getByRole("link").click();
  await later.shows("orders/order", "default");
  await later.page.getByText("The email has changed since.").waitFor();
  expect([...ada.complaints, ...author.complaints, ...later.complaints]).toEqual([]);
});
