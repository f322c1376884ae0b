/**
 * HTML and text of three emails and of ten rows of bare components, warm, in production mode: `render` against `@react-email/render`
 * called twice, as its documentation shows, and against React's bare `renderToStaticMarkup`.
 */
import { render as renderTheirs } from "@react-email/render";
import { createElement, type ReactElement } from "react";
import { renderToStaticMarkup } from "react-dom/server";
import welcome from "../../../emails/account/welcome.tsx";
import receipt from "../../../emails/billing/receipt.tsx";
import orderConfirmation from "../../../emails/orders/order-confirmation.tsx";
import type { AnyEmail } from "../../../src/template/email.ts";
import { render } from "../../../src/template/render.ts";
import { noteFigure } from "../figures/note-figure.ts";
import { readRounds } from "../rounds/read-rounds.ts";
import { TenRows } from "./ten-rows.tsx";

interface Subject {
  readonly name: string;
  readonly email: AnyEmail<object>;
  readonly element: ReactElement;
  readonly props: object;
}

/** Times per round and way; the ways take turns, so that a slow second of the machine hits all. */
const rounds = readRounds(200);
const warmUps = readRounds(100);

if (process.env.NODE_ENV !== "production") {
  throw new Error("Cannot measure: React is in development mode; set NODE_ENV=production");
}

const subjects: readonly Subject[] = [
  subject("plain receipt", receipt, receipt.variants.default),
  subject(
    "order confirmation, forty lines",
    orderConfirmation,
    orderConfirmation.variants["forty lines"],
  ),
  subject("Tailwind email", welcome, welcome.variants.default),
  {
    name: "ten rows of bare components",
    email: TenRows,
    element: createElement(TenRows),
    props: {},
  },
];

const rows = [];
for (const each of subjects) rows.push(await measure(each));
console.table(Object.fromEntries(rows));

function subject<Props extends object>(
  name: string,
  email: { readonly component: React.ComponentType<Props> },
  props: Props | undefined,
): Subject {
  if (props === undefined) throw new Error(`Cannot measure ${name}: it has no such variant`);
  const element = createElement(email.component, props);
  return { name, email: email as AnyEmail<object>, element, props };
}

async function measure({ name, email, element, props }: Subject) {
  const ways = {
    ours: () => render(email, props),
    theirs: async () => {
      await renderTheirs(element);
      await renderTheirs(element, { plainText: true });
    },
    // What suspends the first time is warm by then.
    floor: async () => renderToStaticMarkup(element),
  };
  const times: Record<keyof typeof ways, number[]> = { ours: [], theirs: [], floor: [] };
  for (let round = -warmUps; round < rounds; round++) {
    for (const way of ["ours", "theirs", "floor"] as const) {
      const start = process.hrtime.bigint();
      await ways[way]();
      const ms = Number(process.hrtime.bigint() - start) / 1e6;
      if (round >= 0) times[way].push(ms);
    }
  }
  const ours = median(times.ours);
  const theirs = median(times.theirs);
  const floor = median(times.floor);
  const beside = { name: "`@react-email/render`, twice", figure: theirs };
  noteFigure({ what: `render, HTML and text: ${name}`, unit: "ms", ours, beside });
  return [
    name,
    {
      "ours ms": round2(ours),
      "theirs ms": round2(theirs),
      "floor ms": round2(floor),
      "ours / theirs": round2(ours / theirs),
      "ours / floor": round2(ours / floor),
    },
  ] as const;
}

function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)] ?? Number.NaN;
}

function round2(value: number): number {
  return Math.round(value * 100) / 100;
}
