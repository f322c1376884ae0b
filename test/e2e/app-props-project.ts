/** An email with a schema that has every kind of prop, in two languages. */
const order = `import { defineEmail } from "letterpress";
import { z } from "zod";

const schema = z.strictObject({
  name: z.string().min(1, "say who it is for"),
  note: z.string().optional(),
  total: z.int().positive(),
  paid: z.boolean(),
  tone: z.enum(["plain", "warm"]),
  due: z.iso.date(),
  placedAt: z.date(),
  gift: z.string().nullable(),
  to: z.strictObject({ city: z.string() }),
  lines: z.array(z.strictObject({ title: z.string(), count: z.number() })),
  locale: z.enum(["en", "ar"]).default("en"),
});

function Order(props: z.output<typeof schema>) {
  return (
    <html lang={props.locale} dir={props.locale === "ar" ? "rtl" : "ltr"}>
      <body>
        <h1>{props.locale === "ar" ? "شكرا" : "Thank you"}, {props.name}</h1>
        <p id="all">
          {[props.note ?? "no note", props.total, props.paid, props.tone, props.due,
            props.placedAt.toISOString(), String(props.gift), props.to.city].join("|")}
        </p>
        <ol>{props.lines.map((line, at) => <li key={at}>{line.count + " × " + line.title}</li>)}</ol>
      </body>
    </html>
  );
}

const standard = {
  name: "Ada",
  total: 100,
  paid: false,
  tone: "plain" as const,
  due: "2026-03-14",
  placedAt: new Date("2026-03-14T09:41:00Z"),
  gift: null,
  to: { city: "Leeds" },
  lines: [{ title: "Ink", count: 1 }, { title: "Nib", count: 2 }],
};

export default defineEmail({
  id: "order",
  component: Order,
  schema,
  locales: ["en", "ar"],
  subject: ({ name, locale }) => (locale === "ar" ? "طلب " : "Order for ") + name,
  variants: {
    default: standard,
    paid: { ...standard, paid: true },
  },
});
`;

/** An email that only its types describe, with values that JSON cannot express. */
const card = `import type { ReactNode } from "react";
import { defineEmail } from "letterpress";

interface CardProps {
  /** What stands first. */
  heading: string;
  badge: ReactNode;
  write(text: string): string;
  size?: "small" | "large";
  days: Date[];
}

function Card({ heading, badge, write, size = "small", days }: CardProps) {
  return (
    <html lang="en">
      <body>
        <h1>{badge}{write(heading)}</h1>
        <p>{size + " " + days.map((day) => day.getUTCFullYear()).join(" ")}</p>
      </body>
    </html>
  );
}

export default defineEmail({
  id: "card",
  component: Card,
  subject: "A card",
  variants: {
    default: {
      heading: "Hello",
      badge: <b>★</b>,
      write: (text) => text.toUpperCase(),
      days: [new Date("2026-01-01T00:00:00Z")],
    },
  },
});
`;

/** Two emails: one described by a schema, one by its types. */
export const editable = { "emails/card.tsx": card, "emails/order.tsx": order };
