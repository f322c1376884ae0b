/** Source of an email with which nothing is wrong. */
export const orderSource = `import { defineEmail } from "letterpress";
import { Frame, Paragraph } from "./_frame.tsx";

function Order({ name, orderUrl }: { readonly name: string; readonly orderUrl: string }) {
  return (
    <Frame
      title="Your order 4711"
      preheader="It leaves today and is with you by Thursday, between nine and noon."
    >
      <h1 style={{ fontSize: 28, lineHeight: "36px" }}>Your order leaves today</h1>
      <Paragraph>Hello {name}, we have packed your order with care this morning.</Paragraph>
      <p style={{ margin: "0 0 16px" }}>It is with you by Thursday; you need not be at home for it.</p>
      <p>
        <a href={orderUrl}>See your order</a>
      </p>
      <img src="/static/desk.png" width="520" alt="A notebook on a blue desk" style={{ display: "block" }} />
      <h2>What you bought</h2>
      <table aria-label="What you bought">
        <thead>
          <tr>
            <th scope="col">Item</th>
            <th scope="col">Price</th>
          </tr>
        </thead>
        <tbody>
          <tr>
            <td>Notebook</td>
            <td>£12.50</td>
          </tr>
        </tbody>
      </table>
      <p>Write to us at any time, and a person answers.</p>
    </Frame>
  );
}

export default defineEmail({
  id: "ID",
  component: Order,
  from: "Shop <orders@shop.example>",
  subject: "Order 4711 leaves today",
  tag: "order",
  tracking: { links: "None" },
  variants: {
    default: { name: "Ada", orderUrl: "https://shop.example/orders/4711" },
    "long name": { name: "Maximiliana Bartholomea", orderUrl: "https://shop.example/orders/4711" },
  },
});
`;

/** Source of the components that it shares with others. */
export const frameSource = `import type { CSSProperties, ReactNode } from "react";
import { Body, Container, Head, Html, Preview } from "react-email";

const dark =
  "@media (prefers-color-scheme:dark){.page{background-color:#111111!important;color:#f4f4f4!important}.link{color:#9db2ff!important}}";

interface FrameProps {
  readonly title: string;
  readonly preheader: string;
  readonly children: ReactNode;
}

export function Frame({ title, preheader, children }: FrameProps) {
  return (
    <Html lang="en" dir="ltr">
      <Head>
        <title>{title}</title>
        <meta name="color-scheme" content="light dark" />
        <meta name="supported-color-schemes" content="light dark" />
        <style>{dark}</style>
      </Head>
      <Body
        className="page"
        style={{ backgroundColor: "#ffffff", color: "#1e1c19", fontFamily: "Arial, sans-serif", fontSize: 16, lineHeight: "24px" }}
      >
        <Preview>{preheader}</Preview>
        <Container>
          <table role="presentation" width="100%">
            <tbody>
              <tr>
                <td>
                  <a href="https://shop.example/" className="link">
                    <img src="/static/mark.png" width="28" height="28" alt="" /> The shop
                  </a>
                </td>
              </tr>
            </tbody>
          </table>
          {children}
          <p style={{ fontSize: 13, lineHeight: "20px" }}>
            You find all your orders in <a href="https://shop.example/account" className="link">your account</a> at any time.
          </p>
          <p>Shop Ltd, 12 Binders Yard, Bristol BS1 6QZ</p>
        </Container>
      </Body>
    </Html>
  );
}

export function Paragraph({ children, style }: { readonly children: ReactNode; readonly style?: CSSProperties }) {
  return <p style={{ margin: "0 0 16px", ...style }}>{children}</p>;
}
`;
