/**
 * Ten thousand different renders in one process: the heap before and after, collected. Every email
 * has its own words, links and style sheet, so that whatever is remembered by content would grow.
 */
import { createElement, type ReactElement } from "react";
import { renderElement } from "../../src/template/render.ts";

const renders = 10_000;
/** Long enough for caches to fill and code to be compiled. */
const warmUp = 1_000;
/** What the heap may differ by from one collection to the next. */
const allowedMb = 4;

if (!globalThis.gc) throw new Error("Cannot measure: run Node with --expose-gc");

await renderFrom(0, warmUp);
const before = heapMb();
const residentBefore = residentMb();
const start = performance.now();
await renderFrom(warmUp, renders);
const seconds = (performance.now() - start) / 1000;
const after = heapMb();

console.table({
  "heap after warm-up, MB": round(before),
  [`heap after ${renders} more, MB`]: round(after),
  "resident before, MB": round(residentBefore),
  "resident after, MB": round(residentMb()),
  "renders per second": Math.round(renders / seconds),
});
if (after - before > allowedMb) {
  console.error(`The heap grew by ${round(after - before)} MB, more than ${allowedMb}`);
  process.exitCode = 1;
}

/** Renders, and lets the event loop turn as an app that sends does: native memory is freed there. */
async function renderFrom(first: number, count: number): Promise<void> {
  for (let index = first; index < first + count; index++) {
    await renderElement(email(index));
    if (index % 10 === 0) await new Promise((resolve) => setImmediate(resolve));
  }
}

/** An email of twenty rows that no other is equal to. */
function email(seed: number): ReactElement {
  const rows = Array.from({ length: 20 }, (_, row) =>
    createElement(
      "tr",
      { key: row },
      createElement(
        "th",
        { style: { color: `rgb(${row} ${seed % 256} 0 / ${seed % 100}%)` } },
        `Item ${seed}-${row}`,
      ),
      createElement("td", { align: "right" }, `€${seed}.${row}`),
    ),
  );
  const css = `.a${seed}{@media (width>=${seed}px){color:oklch(0.7 0.1 ${seed % 360})}}`;
  return createElement(
    "html",
    { lang: "en" },
    createElement("head", {}, createElement("style", {}, css)),
    createElement(
      "body",
      {},
      createElement("a", { href: `https://shop.example/orders/${seed}` }, `Order ${seed}`),
      createElement("table", {}, createElement("tbody", {}, rows)),
    ),
  );
}

function heapMb(): number {
  for (let pass = 0; pass < 3; pass++) globalThis.gc?.();
  return process.memoryUsage().heapUsed / 2 ** 20;
}

/** With what lightningcss holds outside the heap. */
function residentMb(): number {
  return process.memoryUsage.rss() / 2 ** 20;
}

function round(value: number): number {
  return Math.round(value * 10) / 10;
}
