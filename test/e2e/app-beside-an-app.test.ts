import { expect, test } from "vitest";
import type { InboxList } from "../../preview/protocol/index.ts";
import { openPreview } from "../preview/server/open-preview.ts";
import { letters } from "./app-project.ts";
import { browserForFile, expectText } from "./open-page.ts";

const { open } = browserForFile();

test("below an app's own server, every page, picture and event of the preview is found", async () => {
  const preview = await openPreview(
    {
      ...letters,
      "index.html": "<h1>MY APP</h1>",
      "emails/pictured.tsx": `export default function Pictured() { return <p>Pictured <img src="/static/dot.svg" alt="dot" /></p>; }\n`,
      "emails/static/dot.svg": `<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"/>`,
    },
    { base: undefined },
  );
  const address = () => page.url().slice(preview.url.length);
  const { page, shows, email, complaints } = await open(`${preview.url}/__letterpress/`);
  await page.locator(".gallery").getByRole("link", { name: "welcome" }).click();
  await shows("account/welcome", "default");
  expect(address()).toBe("/__letterpress/emails/account/welcome");
  await page.getByRole("treeitem", { name: "pictured" }).click();
  await shows("pictured", "default");
  await expectText(email(), "Pictured");
  const width = () =>
    email()
      .locator("img")
      .evaluate((image) => (image as HTMLImageElement).naturalWidth);
  await expect.poll(width).toBe(9);

  // The server tells of a save by events.
  preview.write(
    "emails/pictured.tsx",
    "export default function Pictured() { return <p>Changed</p>; }\n",
  );
  await expectText(email(), "Changed");

  await page.keyboard.press("s");
  const inbox = () => preview.json<InboxList>("/__letterpress/api/inbox");
  await expect.poll(async () => (await inbox()).messages.length).toBe(1);
  await page.getByRole("link", { name: /^inbox/i }).click();
  await expect.poll(address).toBe("/__letterpress/inbox");
  await page.reload();
  await page.locator(".list-rows").getByText("Pictured").first().waitFor();
  expect(complaints).toEqual([]);
  await page.goto(`${preview.url}/`);
  await page.getByText("MY APP").waitFor();
});
