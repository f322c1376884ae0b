import { expect, test } from "vitest";
import { openPreview } from "../preview/server/open-preview.ts";
import { browserForFile, expectText } from "./open-page.ts";

const { open } = browserForFile();

/** An order with as many lines as its variant says; the heading is what the tests edit. */
function order(heading: string, components = "./components"): string {
  return `import { Body, Html, Text } from "@react-email/components";
import { defineEmail } from "letterpress";
import { greeting } from "${components}/greeting.ts";

function Order({ lines }: { lines: number }) {
  return (
    <Html lang="en">
      <Body>
        <h1>${heading}</h1>
        <Text>{greeting}</Text>
        {Array.from({ length: lines }, (_, index) => (
          <p key={index} style={{ height: 60 }}>Line {index + 1}</p>
        ))}
      </Body>
    </Html>
  );
}

export default defineEmail({
  id: "orders/order",
  component: Order,
  subject: ({ lines }) => \`Order of \${lines} lines\`,
  variants: { default: { lines: 2 }, "forty lines": { lines: 40 } },
});
`;
}

const files = {
  "emails/orders/order.tsx": order("Thank you"),
  "emails/components/greeting.ts": `export const greeting = "Good day";`,
  "emails/welcome.tsx": order("Welcome"),
};

test("the whole loop: open, choose, edit, break, fix, send, read", async () => {
  const preview = await openPreview({
    ...files,
    "emails/orders/order.tsx": order("Thank you", "../components"),
  });
  const save = (heading: string) =>
    preview.write("emails/orders/order.tsx", order(heading, "../components"));
  const { page, shows, email, isSamePage, complaints } = await open(`${preview.url}/`);
  await page.locator(".gallery").getByRole("link", { name: "order" }).click();
  await shows("orders/order", "default");
  await expectText(email(), "Thank you");

  // Choose a variant, a view and a width: the address tells, and a reload shows the same.
  await page.getByRole("combobox", { name: "Variant" }).selectOption("forty-lines");
  await shows("orders/order", "forty-lines");
  expect(new URL(page.url()).search).toBe("?variant=forty-lines");
  await expectText(email(), "Line 40");
  await page.getByText("Order of 40 lines").first().waitFor();

  // Edit: the new email takes the place of the old one, at the same scroll.
  const frame = () => page.locator(`iframe[data-frame="shown"]`);
  const scrollTop = () =>
    frame().evaluate((element: HTMLIFrameElement) => element.contentWindow?.scrollY);
  await frame().evaluate((element: HTMLIFrameElement) => element.contentWindow?.scrollTo(0, 700));
  save("Many thanks");
  await shows("orders/order", "forty-lines", { newer: true });
  await expectText(email(), "Many thanks");
  expect(await scrollTop()).toBe(700);
  expect(new URL(page.url()).search).toBe("?variant=forty-lines");
  expect(await isSamePage()).toBe(true);

  // A part that the email imports.
  preview.write("emails/components/greeting.ts", `export const greeting = "Good evening";`);
  await shows("orders/order", "forty-lines", { newer: true });
  await expectText(email(), "Good evening");

  // Break it: the error stands before the last good render, with its place. Fix it: it goes.
  save("</h2>");
  const alert = page.getByRole("alert");
  await alert.waitFor();
  expect(await alert.textContent()).toContain("emails/orders/order.tsx:9:");
  expect(await alert.locator("[data-struck=true]").textContent()).toContain("<h1></h2></h1>");
  await expectText(email(), "Many thanks");
  save("Fixed");
  await shows("orders/order", "forty-lines", { newer: true });
  await alert.waitFor({ state: "detached" });
  await expectText(email(), "Fixed");
  expect(await scrollTop()).toBe(700);
  expect(await isSamePage()).toBe(true);

  // Send it, and read it in the inbox.
  await page.getByRole("textbox", { name: /recipients/i }).fill("Ada <ada@example.com>");
  await page.getByRole("button", { name: /^send/i }).click();
  await page.getByText("Sent to the local inbox").last().waitFor();
  await page
    .getByRole("link", { name: "Open" })
    .or(page.getByRole("button", { name: "Open" }))
    .first()
    .click();
  await page.getByRole("heading", { name: "Order of 40 lines" }).waitFor();
  expect(new URL(page.url()).pathname).toMatch(/^\/inbox\/[\w-]+$/);
  await expectText(email(), "Fixed");
  await expectText(email(), "Line 40");
  expect(await page.getByText("ada@example.com").first().isVisible()).toBe(true);
  expect(complaints).toEqual([]);
});

test("a shared link and a reload show the same: email, variant and view", async () => {
  const preview = await openPreview(files);
  const { page, shows, email } = await open(`${preview.url}/emails/welcome?variant=forty-lines`);
  await shows("welcome", "forty-lines");
  await expectText(email(), "Line 40");
  await page.reload();
  await shows("welcome", "forty-lines");
  await page.goto(`${preview.url}/emails/welcome?variant=forty-lines&view=text`);
  // The code view holds only the lines in sight.
  await page.getByText("Line 2").first().waitFor();
  expect(await page.getByRole("tab", { name: "Text" }).getAttribute("aria-selected")).toBe("true");
});

test("a new, a renamed and a deleted email show in the list without a reload", async () => {
  const preview = await openPreview(files);
  const { page, shows, isSamePage } = await open(`${preview.url}/emails/welcome`);
  await shows("welcome", "default");
  const row = (name: string) =>
    page
      .getByRole("link", { name, exact: true })
      .or(page.getByRole("treeitem", { name, exact: true }))
      .first();
  preview.write("emails/fresh.tsx", order("Fresh"));
  await row("fresh").waitFor();
  preview.rename("emails/fresh.tsx", "emails/renamed.tsx");
  await row("renamed").waitFor();
  await row("fresh").waitFor({ state: "detached" });
  preview.remove("emails/renamed.tsx");
  await row("renamed").waitFor({ state: "detached" });
  expect(await isSamePage()).toBe(true);
});

test("an empty project shows its first email as soon as it is written", async () => {
  const preview = await openPreview({});
  const { page, isSamePage } = await open(`${preview.url}/`);
  await page
    .getByText(/first email|no email/i)
    .first()
    .waitFor();
  preview.write("emails/components/greeting.ts", files["emails/components/greeting.ts"]);
  preview.write("emails/welcome.tsx", order("Hello there"));
  await page.frameLocator("iframe").getByText("Hello there").waitFor();
  expect(await isSamePage()).toBe(true);
});
