import { expect, test } from "vitest";
import { openPreview } from "../preview/server/open-preview.ts";
import { browserForFile, expectText } from "./open-page.ts";

const { open } = browserForFile();

const email = (body: string, before = "") => `import { defineEmail } from "letterpress";
${before}
function Letter({ name = "Ada" }: { name?: string }) {
  return <html><body><p>Hello {name}</p>${body}</body></html>;
}
export default defineEmail({ id: "a", component: Letter, subject: "A", variants: { default: {} } });
`;

/** 10 MB in four thousand lines. */
const huge = email(
  `{Array.from({ length: 4_000 }, (_, row) => <p key={row} title={"x".repeat(2_600)}>Row {row}</p>)}`,
);

/** What a script in an email would do, if one ran. */
const script = `top.struck = true; parent.postMessage("struck", "*"); open("http://127.0.0.1:9/struck"); top.location = "http://127.0.0.1:9/struck";`;

const attacks = `<base href="http://127.0.0.1:9/" target="_top">
<script>${script}</script>
<img src="/static/dot.svg" id="dot"><img src="x:" onerror='${script}'>
<a id="popup" href="http://127.0.0.1:9/struck" target="_blank">popup</a>
<a id="relative" href="struck">relative</a>`;

test("a preview of hostile emails stays whole, quick, and says what happened", async () => {
  const quoted = `it's a "quoted" 100% name`;
  const preview = await openPreview(
    {
      "emails/attacks.tsx": email(
        "<div dangerouslySetInnerHTML={{ __html: attacks }} />",
        `const attacks = ${JSON.stringify(attacks)};`,
      ),
      "emails/fine.tsx": email("<p>fine</p>"),
      "emails/huge.tsx": huge,
      "emails/loop.tsx": email("{(() => { for (;;) if (!name) return null; })()}"),
      [`emails/${quoted}.tsx`]: email("<p>quoted</p>"),
      "emails/static/dot.svg": `<svg xmlns="http://www.w3.org/2000/svg" width="3" height="3"/>`,
    },
    { renderTimeoutMs: 3_000 },
  );
  const { page, shows, email: shown, isSamePage } = await open(`${preview.url}/emails/attacks`);
  const list = page.getByRole("tree", { name: "Emails" });
  const go = (name: string) => list.getByRole("treeitem", { name, exact: true }).click();
  await page.evaluate(() => {
    const told: string[] = [];
    addEventListener("message", ({ data }) => told.push(JSON.stringify(data)));
    Object.assign(window, { told });
  });
  const strays: string[] = [];
  page.context().on("page", (other) => strays.push(other.url()));
  page.context().on("request", (request) => {
    if (request.url().includes("127.0.0.1:9/")) strays.push(request.url());
  });

  await shows("attacks", "default");
  await expectText(shown(), "Hello Ada");
  for (const id of ["popup", "relative"]) await shown().locator(`#${id}`).click();
  // Its own image comes from where it should: the base leads nowhere.
  const dot = shown().locator("#dot");
  expect(await dot.evaluate((image: HTMLImageElement) => image.currentSrc)).toBe(
    `${preview.url}/static/dot.svg`,
  );

  // An email that never ends: meanwhile another shows at once.
  await go("loop");
  await go("fine");
  await shows("fine", "default");
  await go("loop");
  await page.getByRole("heading", { name: "The email never ends" }).waitFor();
  await page.getByText(/it ran for 3 s without an end and was ended/).waitFor();

  // Ten megabytes are shown when one wants them; until then the app is as quick as ever.
  await go("huge");
  await page.getByRole("heading", { name: /This email is 1\d\.\d MB large/ }).waitFor();
  const before = Date.now();
  await go("fine");
  await shows("fine", "default");
  expect(Date.now() - before).toBeLessThan(2_000);
  await go("huge");
  await page.getByRole("button", { name: "Show it" }).click();
  await expectText(shown(), "Row 3999");

  await go(quoted);
  await shows(quoted, "default");
  await expectText(shown(), "quoted");
  expect(await isSamePage()).toBe(true);
  expect(await page.evaluate((name) => window[name], "told" as never)).toEqual([]);

  // A prop that would end the page's own script, in the first state of the page.
  const props = JSON.stringify({ name: `</script><script>${script}</script>` });
  await page.goto(`${preview.url}/emails/fine?props=${encodeURIComponent(props)}`);
  await expectText(shown(), "Hello </script><script>top.struck");
  await page.reload();
  await expectText(shown(), "Hello </script><script>top.struck");

  expect(await page.evaluate(() => "struck" in window)).toBe(false);
  expect(new URL(page.url()).origin).toBe(preview.url);
  expect(strays).toEqual([]);
});
