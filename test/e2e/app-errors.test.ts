import { chmodSync, existsSync, readFileSync } from "node:fs";
import { expect, onTestFinished, test, vi } from "vitest";
import { openPreview } from "../preview/server/open-preview.ts";
import { findViolations } from "./axe.ts";
import { browserForFile, expectText } from "./open-page.ts";

const { open } = browserForFile();

const part = (inner: string) => `interface Line {
  readonly name: string;
}
function OrderLine({ name }: Line) {
  ${inner}
  return <b>{name}</b>;
}
export function OrderLines({ names }: { names: readonly string[] }) {
  return (
    <p>
      {names.map((name) => (
        <OrderLine key={name} name={name} />
      ))}
    </p>
  );
}
`;

const order = `import { Body, Html } from "@react-email/components";
import { defineEmail } from "letterpress";
import { OrderLines } from "./components/order-lines.tsx";

function Order({ names }: { names: readonly string[] }) {
  console.warn("%d lines", names.length);
  return <Html lang="en"><Body><h1>Thank you</h1><OrderLines names={names} /></Body></Html>;
}
export default defineEmail({
  id: "order",
  component: Order,
  subject: "Order",
  variants: { default: { names: ["ink", "paper"] } },
});
`;

test("an error shows its line, its components and the console over the last good render", async () => {
  const preview = await openPreview(
    {
      "emails/order.tsx": order,
      "emails/components/order-lines.tsx": part(`console.log("a line", { name });`),
    },
    // An email that never ends has to be waited for.
    { renderTimeoutMs: 3_000 },
  );
  const { page, shows, email, complaints } = await open(`${preview.url}/emails/order`);
  await page.emulateMedia({ reducedMotion: "reduce" });
  await shows("order", "default");

  // A good render has its console too, when one wants it.
  const toggle = page.getByRole("button", { name: "3 console lines" });
  await toggle.click();
  const drawer = page.getByRole("region", { name: "Console" });
  await drawer.getByText("a line { name: 'ink' }").waitFor();
  await drawer.getByRole("button", { name: "emails/order.tsx:6" }).waitFor();
  expect(await findViolations(page, ".status-drawer")).toEqual([]);
  await drawer.getByRole("button", { name: "Close the console" }).click();
  await drawer.waitFor({ state: "detached" });

  preview.write(
    "emails/components/order-lines.tsx",
    part(`if (name === "paper") throw new Error(\`No \${name} left\`);`),
  );
  const panel = page.getByRole("alert");
  await panel.getByRole("heading", { name: "The email does not render" }).waitFor();
  await panel.getByText('Cannot render "order": No paper left').waitFor();
  await panel.locator(`[data-struck="true"]`).getByText("> 5 |").waitFor();
  const components = panel.getByRole("region", { name: "Components" }).getByRole("listitem");
  expect(await components.allTextContents()).toEqual([
    "<OrderLine> emails/components/order-lines.tsx:5",
    "<OrderLines> emails/components/order-lines.tsx:12",
    "<Order> emails/order.tsx:7",
  ]);
  await panel.getByRole("region", { name: "Console" }).getByText("2 lines").waitFor();
  expect(await findViolations(page, ".error-panel")).toEqual([]);
  await page.emulateMedia({ colorScheme: "dark" });
  expect(await findViolations(page, ".error-panel")).toEqual([]);
  // What was good lies behind it.
  await expectText(email(), "Thank you");

  // The editor opens at the line: by the button, by the key, and at each component.
  const asked = preview.path("asked.txt");
  preview.write("editor.sh", `#!/bin/sh\nprintf '%s|' "$@" >> "${asked}"\n`);
  chmodSync(preview.path("editor.sh"), 0o755);
  vi.stubEnv("LAUNCH_EDITOR", preview.path("editor.sh"));
  onTestFinished(() => void vi.unstubAllEnvs());
  const opened = async (place: string) => {
    await expect.poll(() => existsSync(asked) && readFileSync(asked, "utf8")).toContain(place);
    preview.remove("asked.txt");
  };
  await panel.getByRole("button", { name: "Open in editor" }).click();
  await opened("order-lines.tsx|5|");
  await page.keyboard.press("e");
  await opened("order-lines.tsx|5|");
  await panel.getByRole("button", { name: "emails/order.tsx:7" }).click();
  await opened("order.tsx|7|");
  vi.stubEnv("LAUNCH_EDITOR", "/no/such/editor");
  await page.keyboard.press("e");
  const notice = page.getByRole("region", { name: "Notice" });
  await notice.getByText(/Cannot open order-lines\.tsx: the editor did not start/).waitFor();

  // An email that never ends says so, and where.
  preview.write("emails/components/order-lines.tsx", part("for (;;) if (!name) break;"));
  await panel.getByRole("heading", { name: "The email never ends" }).waitFor();
  await panel.getByText(/look for a loop that never ends in OrderLine/).waitFor();

  preview.write("emails/components/order-lines.tsx", part(""));
  await panel.waitFor({ state: "detached" });
  await expectText(email(), "paper");
  expect(complaints.filter((text) => !/status of 422/.test(text))).toEqual([]);
});

test("what a render warns of is counted in the status bar, with its component and line", async () => {
  const preview = await openPreview({
    "emails/rows.tsx": `
      function Line() {
        return <tr><p>Hello</p></tr>;
      }
      export default function Rows() {
        return <html lang="en"><body><table><tbody><Line /></tbody></table></body></html>;
      }
    `,
  });
  const { page, shows } = await open(`${preview.url}/emails/rows`);
  await shows("rows", "default");
  const toggle = page.getByRole("button", { name: "1 warning", exact: true });
  await toggle.click();
  const drawer = page.getByRole("region", { name: "Warnings" });
  await drawer.getByText("<Line>").waitFor();
  await drawer.getByRole("button", { name: "emails/rows.tsx:3" }).waitFor();
  expect(await toggle.getAttribute("aria-expanded")).toBe("true");
  expect(await findViolations(page, ".status-drawer")).toEqual([]);
  await drawer.getByRole("button", { name: "Close the warnings" }).click();
  expect(await drawer.count()).toBe(0);
});
