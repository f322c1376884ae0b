import { Img } from "@react-email/components";
import { Fragment } from "react";
import { radius, type } from "../theme.ts";
import type { MoneyFormat } from "./format/money.ts";
import { formatCount } from "./format/quantity.ts";
import { Isolated } from "./isolated.tsx";
import { hairline, paint } from "./paint.ts";
import { placed } from "./placed.ts";

/** One line of an order or a receipt. Amounts are minor units of the order's currency. */
export interface LineItem {
  readonly name: string;
  /** What was chosen, in the reader's words: `Cobalt`, `A5, dotted`. */
  readonly options?: readonly string[] | undefined;
  readonly quantity: number;
  readonly unitPrice: number;
  readonly total: number;
  /** A square picture, with words that stand in for it. */
  readonly image?: { readonly src: string; readonly alt: string } | undefined;
}

interface LineItemsProps {
  readonly label: string;
  readonly lines: readonly LineItem[];
  readonly money: MoneyFormat;
}

const imageSize = 56;
const rule = { borderTop: hairline("line"), padding: "14px 0", verticalAlign: "top" } as const;
const head = paint({ ink: "muted" }, { ...type.fine, fontWeight: 400, padding: "0 0 8px" });
const breakable = { overflowWrap: "anywhere", wordBreak: "break-word" } as const;
const nameCell = paint(
  { ink: "ink", edge: "line" },
  { ...type.small, ...rule, ...breakable, fontWeight: 600, textAlign: "left" },
);
const details = paint({ ink: "muted" }, { ...type.fine, fontWeight: 400 });
const totalCell = paint(
  { ink: "ink", edge: "line" },
  { ...type.small, ...rule, whiteSpace: "nowrap", paddingLeft: 16 },
);
const imageCell = paint({ edge: "line" }, { ...rule, width: imageSize, paddingRight: 14 });
const image = paint(
  { ink: "muted", fill: "well" },
  { ...type.fine, fontSize: 11, lineHeight: "14px", borderRadius: radius.small },
);

/** Stands where a picture is missing, so that the names stay in line. */
const blank = paint(
  { fill: "well" },
  { width: imageSize, height: imageSize, borderRadius: radius.small },
);

/** What was bought, a row each, its amount at the end. */
export function LineItems({ label, lines, money }: LineItemsProps) {
  const pictured = lines.some((line) => line.image);
  return (
    <table aria-label={label} width="100%" cellPadding={0} cellSpacing={0} border={0}>
      <thead>
        <tr>
          <th scope="col" colSpan={pictured ? 2 : 1} align="left" {...head}>
            Item
          </th>
          <th scope="col" align="right" {...head}>
            Amount
          </th>
        </tr>
      </thead>
      <tbody>
        {placed(lines).map(({ key, item }) => (
          <LineItemRow key={key} line={item} money={money} pictured={pictured} />
        ))}
      </tbody>
    </table>
  );
}

interface LineItemRowProps {
  readonly line: LineItem;
  readonly money: MoneyFormat;
  readonly pictured: boolean;
}

function LineItemRow({ line, money, pictured }: LineItemRowProps) {
  return (
    <tr>
      {pictured && (
        <td {...imageCell}>
          {line.image ? (
            <Img
              src={line.image.src}
              alt={line.image.alt}
              width={imageSize}
              height={imageSize}
              {...image}
            />
          ) : (
            <div {...blank} />
          )}
        </td>
      )}
      <th scope="row" {...nameCell}>
        <Isolated>{line.name}</Isolated>
        <br />
        <span {...details}>
          {line.options && line.options.length > 0 && (
            <>
              {placed(line.options).map(({ key, item }, index) => (
                <Fragment key={key}>
                  {index > 0 && ", "}
                  <Isolated>{item}</Isolated>
                </Fragment>
              ))}
              <br />
            </>
          )}
          {`${formatCount(line.quantity)} × ${money(line.unitPrice)}`}
        </span>
      </th>
      <td align="right" {...totalCell}>
        {money(line.total)}
      </td>
    </tr>
  );
}
