import type { Page } from "playwright-core";

/** One page of the app, in the state that the docs show. */
export interface Shot {
  /** Name of its files. */
  readonly name: string;
  /** Address below the preview's; may be looked up in what is there. */
  readonly path: string;
  /** What is done before the picture is taken. */
  reach?(page: Page): Promise<unknown>;
}

/** The emails have no faults of their own. */
const faultyProps = encodeURIComponent(
  '{"order":{"url":"https://localhost:3000/orders/FC-20418"}}',
);

/** Every page of the app, in the order of the docs. */
export const shots: readonly Shot[] = [
  {
    name: "gallery",
    path: "/",
    reach: (page) => page.locator(".gallery-paper iframe").nth(3).waitFor(),
  },
  { name: "email", path: "/emails/orders/order-confirmation" },
  { name: "dark", path: "/emails/orders/order-confirmation?theme=dark&width=both" },
  { name: "sheet", path: "/emails/orders/shipping-notice?sheet=all" },
  {
    ...{ name: "props", path: "/emails/orders/order-confirmation" },
    async reach(page) {
      await page.keyboard.press("p");
      await page.getByRole("tab", { name: "Form" }).waitFor();
    },
  },
  {
    ...{ name: "checks", path: `/emails/orders/order-confirmation?props=${faultyProps}` },
    async reach(page) {
      await page.keyboard.press("c");
      await page.getByRole("complementary", { name: "Checks" }).getByRole("listitem").waitFor();
    },
  },
  {
    ...{ name: "html", path: "/emails/orders/order-confirmation?view=html" },
    reach: (page) => page.locator(".cm-line").first().waitFor(),
  },
  {
    ...{ name: "mime", path: "/emails/orders/order-confirmation?view=mime" },
    reach: (page) => page.getByText("Message-ID").first().waitFor(),
  },
  {
    ...{ name: "palette", path: "/emails/orders/order-confirmation" },
    async reach(page) {
      await page.keyboard.press("Control+k");
      await page.getByRole("combobox", { name: "Go to anything" }).fill("ship");
    },
  },
  {
    ...{ name: "send", path: "/emails/orders/order-confirmation" },
    async reach(page) {
      await page.getByRole("textbox", { name: /recipients/i }).fill("rcpt-550@fault.test");
      await page.keyboard.press("Enter");
      await page.getByRole("heading", { name: "It was not sent" }).waitFor();
    },
  },
  {
    ...{ name: "inbox", path: "/inbox" },
    async reach(page) {
      await page.locator(".inbox-row").first().click();
      await page.locator("iframe").first().waitFor();
    },
  },
];
