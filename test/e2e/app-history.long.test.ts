import { expect, test } from "vitest";
import { openPreview } from "../preview/server/open-preview.ts";
import { letter, letters } from "./app-project.ts";
import { findViolations } from "./axe.ts";
import { browserForFile, expectText } from "./open-page.ts";

const { open } = browserForFile();
const file = "emails/orders/order.tsx";

test("the saves of today are looked at, and compared by source, HTML and pictures", async () => {
  const preview = await openPreview(letters);
  const { page, shows, complaints, email } = await open(`${preview.url}/emails/orders/order`);
  await shows("orders/order", "default");
  const dialog = page.getByRole("dialog", { name: "History of orders/order" });
  const openHistory = async () => {
    await page.getByRole("button", { name: "Manage this email" }).click();
    await page.getByRole("menuitem", { name: "History of today…" }).click();
    await dialog.waitFor();
  };
  await openHistory();
  await dialog.getByText("Nothing was saved today").waitFor();
  await page.keyboard.press("Escape");

  for (const heading of ["Second", "Third"]) {
    preview.write(file, letter("orders/order", heading));
    await shows("orders/order", "default", { newer: true });
    await expectText(email(), heading);
    // Its renders are kept when nobody waits for anything.
    await expect
      .poll(async () => {
        const history = await preview.json<{ entries: { variants: string[] }[] }>(
          "/api/history/orders/order",
        );
        return history.entries.map(({ variants }) => variants.length)[0];
      })
      .toBe(3);
  }
  await openHistory();
  const saves = dialog.getByRole("list", { name: "Saves of today" }).getByRole("button");
  await expect.poll(() => saves.count()).toBe(3);
  const look = dialog.frameLocator("iframe[data-frame=shown]");
  await look.getByRole("heading", { name: "Third" }).waitFor();
  await saves.nth(2).click();
  await look.getByRole("heading", { name: "Thank you" }).waitFor();
  expect(await saves.nth(2).textContent()).toContain("as it was");
  expect(await findViolations(page, "dialog")).toEqual([]);

  await dialog.getByRole("button", { name: "Compare the source" }).click();
  await page.getByText("<h1>Thank you</h1>").first().waitFor();
  await page.getByText("<h1>Third</h1>").first().waitFor();
  const picker = page.getByRole("combobox", { name: "Compare with" });
  // The newest is what shows.
  expect(await picker.locator("optgroup option").count()).toBe(2);
  await page.keyboard.press("2");
  await page.getByText("Thank you").first().waitFor();
  await openHistory();
  await saves.nth(2).click();
  await dialog.getByRole("button", { name: "Compare pictures" }).click();
  const compared = page.getByRole("region", { name: "Compared pictures" });
  await compared.getByText(/place differs|places differ/).waitFor();
  expect(await findViolations(page, ".pictures")).toEqual([]);
  // After the page was loaded anew, it is the same.
  await page.reload();
  await compared.getByText(/place differs|places differ/).waitFor();
  expect(complaints).toEqual([]);
});
