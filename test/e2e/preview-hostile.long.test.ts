import nodemailer from "nodemailer";
import { expect, test } from "vitest";
import type { Project } from "../../preview/protocol/index.ts";
import { openPreview } from "../preview/server/open-preview.ts";
import { browserForFile, expectText } from "./open-page.ts";

const { open } = browserForFile();

/** All that a mail could try: each marks the page, leaves it, or opens another. */
const attempts = `
<script>top.struck = true; parent.postMessage("struck", "*"); top.location = "http://127.0.0.1:9/struck";</script>
<script src="/api/emails"></script>
<img src="x:" onerror="top.struck = true" onload="top.struck = true">
<svg onload="top.struck = true"></svg>
<a id="leave" href="http://127.0.0.1:9/struck" target="_top">leave</a>
<a id="script" href="javascript:top.struck = true">script</a>
<a id="popup" href="http://127.0.0.1:9/struck" target="_blank">popup</a>
<form id="form" action="/api/send" method="post" target="_top"><button id="submit">submit</button></form>
<iframe src="javascript:top.struck = true"></iframe>
<iframe srcdoc="&lt;script&gt;top.struck = true&lt;/script&gt;"></iframe>
<meta http-equiv="refresh" content="0; url=http://127.0.0.1:9/struck">
<base href="http://127.0.0.1:9/">
<p>the mail itself</p>`;

const hostileEmail = `import { defineEmail } from "letterpress";
const attempts = ${JSON.stringify(attempts)};
export default defineEmail({
  id: "hostile",
  component: () => <html><body><div dangerouslySetInnerHTML={{ __html: attempts }} /></body></html>,
  subject: '</script><script>top.struck = true</script><img src=x onerror="top.struck=true">',
  variants: { default: {}, '"><script>top.struck = true</script>': {} },
});
`;

const struck = "struck" as never;

test("an email's own script does nothing, in the page's first state neither", async () => {
  const preview = await openPreview({ "emails/hostile.tsx": hostileEmail });
  const { page, shows, email } = await open(`${preview.url}/emails/hostile`);
  await shows("hostile", "default");
  await expectText(email(), "the mail itself");
  let pages = 0;
  page.context().on("page", () => {
    pages += 1;
  });
  for (const id of ["leave", "script", "submit"]) {
    await email().locator(`#${id}`).dispatchEvent("click");
    await email()
      .locator(`#${id}`)
      .evaluate((element: HTMLElement) => element.click());
  }
  await page.getByRole("combobox", { name: "Variant" }).selectOption({ index: 1 });
  await shows("hostile", "script-top-struck-true-script");
  expect(await page.evaluate((name) => window[name], struck)).toBeUndefined();
  expect(new URL(page.url()).origin).toBe(preview.url);
  expect(pages).toBe(0);
  const left = page.frames().filter((frame) => frame.url().includes("127.0.0.1:9"));
  expect(left.map((frame) => frame.url())).toEqual([]);
});

test("a hostile subject, name and body in the inbox do nothing", async () => {
  const preview = await openPreview({});
  const { send } = await preview.json<Project>("/api/project");
  const { port } = new URL(send.address);
  const script = `<img src=x onerror="top.struck=true"><script>top.struck=true</script>`;
  const { page, email } = await open(`${preview.url}/inbox`);
  const client = nodemailer.createTransport({
    port: Number(port),
    tls: { rejectUnauthorized: false },
  });
  await client.sendMail({
    from: { name: script, address: "mallory@example.com" },
    to: { name: script, address: "ada@example.com" },
    subject: script,
    text: script,
    html: `<!doctype html><html><body>${attempts}</body></html>`,
    headers: { "X-Note": script },
    attachments: [
      { filename: `${script}.html`, content: attempts, contentType: "text/html" },
      {
        ...{ filename: `${script}.svg`, contentType: "image/svg+xml" },
        content: `<svg xmlns="http://www.w3.org/2000/svg" onload="top.struck=true"><script>top.struck=true</script></svg>`,
      },
    ],
    // The clocks of its time zone change each second since the year 1.
    icalEvent: {
      method: "REQUEST",
      content: [
        ...["BEGIN:VCALENDAR", "METHOD:REQUEST", "BEGIN:VTIMEZONE", "TZID:X", "BEGIN:STANDARD"],
        ...["DTSTART:00010101T000000", "TZOFFSETFROM:+0000", "TZOFFSETTO:+0100"],
        ...["RRULE:FREQ=SECONDLY", "END:STANDARD", "END:VTIMEZONE", "BEGIN:VEVENT"],
        ...[`SUMMARY:${script.replace(/[;,]/g, "")}`, "DTSTART;TZID=X:99991231T000000"],
        ...["URL:javascript:alert(1)", "END:VEVENT", "END:VCALENDAR"],
      ].join("\n"),
    },
  });
  // It comes live, and reads as the text that it is.
  await page.getByText(script).first().click();
  await page.getByRole("heading", { name: script }).waitFor();
  await expectText(email(), "the mail itself");
  for (const tab of ["Text", "Headers", "MIME", "Links", "Files", "Calendar"]) {
    await page.getByRole("tab", { name: tab }).click();
    await page
      .getByRole("tabpanel")
      .getByText(/onerror|javascript/)
      .first()
      .waitFor();
  }
  expect(await page.getByRole("tabpanel").getByRole("link").count()).toBe(0);
  const id = new URL(page.url()).pathname.split("/").at(-1);
  expect(await page.evaluate((name) => window[name], struck)).toBeUndefined();

  // Opened by itself, in a tab of its own.
  await page.goto(`${preview.url}/api/inbox/${id}/html`);
  await page.getByText("the mail itself").waitFor();
  expect(await page.evaluate((name) => window[name], struck)).toBeUndefined();
  expect(await page.evaluate(() => window.origin)).toBe("null");
});
