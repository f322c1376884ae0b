/** Source of an email with styles for dark mode and for a phone, a link, and many lines. */
export function letter(id: string, heading: string): string {
  return `import { defineEmail } from "letterpress";

const style = \`
  body { color: rgb(1, 1, 1) }
  @media (prefers-color-scheme: dark) { body { color: rgb(2, 2, 2); background: #111 } }
  @media (max-width: 400px) { h1 { color: rgb(3, 3, 3) } }
\`;

function Letter({ lines }: { lines: number }) {
  return (
    <html lang="en">
      <head>
        <meta name="color-scheme" content="light dark" />
        <style>{style}</style>
      </head>
      <body>
        <h1>${heading}</h1>
        <a id="link" href="https://shop.example/orders?id=1">See the order</a>
        {Array.from({ length: lines }, (_, line) => (
          <p key={line} style={{ height: 60 }}>Line {line + 1}</p>
        ))}
      </body>
    </html>
  );
}

export default defineEmail({
  id: "${id}",
  component: Letter,
  subject: ({ lines }) => \`${heading}: \${lines} lines\`,
  variants: { default: { lines: 3 }, "forty lines": { lines: 40 }, "no lines": { lines: 0 } },
});
`;
}

/** Three emails in two folders. */
export const letters = {
  "emails/account/welcome.tsx": letter("account/welcome", "Welcome"),
  "emails/orders/order.tsx": letter("orders/order", "Thank you"),
  "emails/orders/refund.tsx": letter("orders/refund", "Refunded"),
};
