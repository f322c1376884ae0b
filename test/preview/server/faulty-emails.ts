/** An email with faults of its own and of a component, in two variants. */
export const faulty = {
  "emails/components/footer.tsx": `export function Footer() {
  return (
    <p>
      <a href="http://shop.test/help">Help with your order</a>
    </p>
  );
}
`,
  "emails/order.tsx": `import { defineEmail } from "letterpress";
import { Footer } from "./components/footer.tsx";

function Order({ lines }: { lines: readonly string[] }) {
  return (
    <html lang="en" dir="ltr">
      <head>
        <title>Your order</title>
      </head>
      <body lang="en" dir="ltr">
        <h1>Thank you for your order</h1>
        {lines.map((line) => (
          <p key={line}>
            <a href="http://shop.test/item"><img src="https://shop.test/i.png" width={9} height={9} /> The same item</a>
          </p>
        ))}
        <Footer />
      </body>
    </html>
  );
}

export default defineEmail({
  id: "order",
  component: Order,
  from: "Shop <orders@shop.test>",
  subject: () => "Your order",
  preheader: "All that you ordered is on its way, and here is what comes next for you.",
  variants: { default: { lines: ["a", "b"] }, "no lines": { lines: [] } },
});
`,
  "emails/broken.tsx": `export default function Broken() {
  const nothing: any = undefined;
  return <html lang="en">{nothing.boom}</html>;
}
`,
};
