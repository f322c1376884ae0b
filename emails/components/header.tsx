import { Column, Img, Link, Row } from "@react-email/components";
import { fonts } from "../theme.ts";
import { brand } from "./brand.ts";
import { paint } from "./paint.ts";

const markSize = 28;

/** The mark and the name. The name is text, so the mark says nothing more. */
export function Header({ dir }: { readonly dir: "ltr" | "rtl" }) {
  const name = paint(
    { ink: "ink" },
    {
      fontFamily: fonts.serif,
      fontSize: 22,
      lineHeight: "28px",
      fontWeight: 700,
      letterSpacing: "-0.02em",
      textDecoration: "none",
    },
  );
  return (
    <Row>
      <Column className="ph-pad" style={{ padding: "32px 40px 20px" }}>
        <table role="presentation" cellPadding={0} cellSpacing={0} border={0}>
          <tbody>
            <tr>
              <td style={dir === "rtl" ? { paddingLeft: 10 } : { paddingRight: 10 }}>
                <Img src="/static/mark.png" alt="" width={markSize} height={markSize} />
              </td>
              <td>
                <Link href={brand.url} {...name}>
                  {brand.name}
                </Link>
              </td>
            </tr>
          </tbody>
        </table>
      </Column>
    </Row>
  );
}
