import { expect, onTestFinished, test } from "vitest";
import { createContrastMeter } from "../../../preview/server/checks/browser/contrast-meter.ts";
import { createChecker } from "../../../src/check/check-email.ts";
import { correctHtml, toEmail } from "../../check/fixture.ts";
import { ensureBrowser } from "../../e2e/browser.ts";

async function openMeter() {
  const meter = await createContrastMeter(ensureBrowser(), {
    staticDir: "/nowhere",
    publicDir: [],
  });
  onTestFinished(() => meter.close());
  return async (body: string, head = "") => {
    const html = correctHtml({ body, head });
    const seen = await meter.measure(html);
    return createChecker()
      .check({ ...toEmail({ html }), seen })
      .filter(({ rule }) => /^(?:contrast|dark-contrast|dark-logo)$/.test(rule))
      .map(({ rule, evidence, isEstimate = false }) => ({ rule, evidence, isEstimate }));
  };
}

test("a browser tells contrast on a gradient, where nothing else can", async () => {
  const look = await openMeter();
  const gradient = (color: string) =>
    `<p style="background:linear-gradient(90deg,#000000,#ffffff);color:${color}">Half of it cannot be read, wherever one begins to read it</p>`;
  expect(await look(gradient("#ffffff"))).toMatchObject([
    { rule: "contrast", isEstimate: false, evidence: expect.stringContaining("#ffffff on #") },
  ]);
  expect(
    await look(
      '<p style="background:linear-gradient(90deg,#000000,#222222);color:#ffffff">Fine</p>',
    ),
  ).toEqual([]);
});

test("a browser tells what shines through, and what a picture of the mail itself hides", async () => {
  const look = await openMeter();
  expect(
    await look('<div style="opacity:0.5"><p style="color:#333333">Faded words</p></div>'),
  ).toMatchObject([{ rule: "contrast", isEstimate: false }]);
  // A white dot: nothing of the dark colour below is left.
  const dot = "data:image/gif;base64,R0lGODlhAQABAIAAAP///wAAACwAAAAAAQABAAACAkQBADs=";
  expect(
    await look(
      `<p style="background:#000000 url(${dot});color:#ffffff">White on white, says the browser</p>`,
    ),
  ).toMatchObject([{ rule: "contrast", evidence: expect.stringContaining("#ffffff on #ffffff") }]);
});

test("a browser tells of the dark what the light does not have, and leaves hidden words alone", async () => {
  const look = await openMeter();
  const head =
    '<meta name="color-scheme" content="light dark"><meta name="supported-color-schemes" content="light dark"><style>@media (prefers-color-scheme:dark){.d{background-color:#111111!important}}</style>';
  expect(await look('<p class="d" style="color:#222222">Left dark</p>', head)).toMatchObject([
    {
      rule: "dark-contrast",
      isEstimate: false,
      evidence: expect.stringContaining("#222222 on #111111"),
    },
  ]);
  expect(await look('<p style="display:none;color:#fefefe">Nobody</p>')).toEqual([]);
});

test("a browser tells of a dark logo that is gone in the dark", async () => {
  const look = await openMeter();
  const head =
    "<style>@media (prefers-color-scheme:dark){.d{background-color:#111111!important}}</style>";
  const logo = (fill: string) =>
    `<div class="d" style="padding:20px"><img width="80" height="40" alt="The shop" src="data:image/svg+xml,%3Csvg xmlns='http://www.w3.org/2000/svg' width='80' height='40'%3E%3Crect x='10' y='10' width='60' height='20' fill='%23${fill}'/%3E%3C/svg%3E"></div>`;
  expect(await look(logo("1a1a1a"), head)).toMatchObject([
    { rule: "dark-logo", isEstimate: false, evidence: expect.stringContaining("in the light") },
  ]);
  expect(await look(logo("c02020"), head)).toEqual([]);
});
