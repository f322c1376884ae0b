import { expect, test } from "vitest";
import { describeForAgent } from "../../../preview/app/emails/error-words.ts";

test("what is copied for an agent says which email, what, where, and how to check it", () => {
  const place = { file: "emails/components/lines.tsx", line: 4, column: 9 };
  const text = describeForAgent(
    { id: "orders/receipt", file: "emails/orders/receipt.tsx", variant: "forty-lines" },
    {
      ...{ status: "failed", phase: "render", message: "total is not a function" },
      ...{ location: place, codeFrame: "> 4 | total()", lastGood: null },
      stack: [
        "at render (node_modules/react-dom/x.js:1:1)",
        "at Lines (emails/components/lines.tsx:4:9)",
      ],
      components: [{ name: "Lines", place }],
    },
    [{ level: "log", text: "about to sum", place: null, count: 1 }],
  );
  expect(
    text,
  ).toBe(`The email orders/receipt (emails/orders/receipt.tsx, variant forty-lines) does not render.
total is not a function
At emails/components/lines.tsx:4:9

> 4 | total()

Components, innermost first:
Lines emails/components/lines.tsx:4:9

Calls:
at Lines (emails/components/lines.tsx:4:9)

Console:
about to sum

Fix the source, then check with: npx letterpress check orders/receipt`);
});
