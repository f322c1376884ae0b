import { type } from "../theme.ts";
import { Isolated } from "./isolated.tsx";
import { hairline, paint } from "./paint.ts";
import { placed } from "./placed.ts";
import { Spaced } from "./spaced.tsx";

/** A sum on the way to the total, already formatted. */
export interface Sum {
  readonly name: string;
  readonly amount: string;
}

interface TotalsProps {
  readonly label: string;
  readonly sums: readonly Sum[];
  /** The last row, larger. */
  readonly total: Sum;
}

const wide = { whiteSpace: "nowrap", verticalAlign: "top", paddingLeft: 16 } as const;
const name = paint(
  { ink: "muted", edge: "line" },
  { ...type.small, fontWeight: 400, padding: "4px 0", textAlign: "left", overflowWrap: "anywhere" },
);
const amount = paint({ ink: "ink", edge: "line" }, { ...type.small, padding: "4px 0", ...wide });
const totalName = paint(
  { ink: "ink", edge: "line" },
  { ...type.heading, borderTop: hairline("line"), padding: "14px 0 0", textAlign: "left" },
);
const totalAmount = paint(
  { ink: "ink", edge: "line" },
  { ...type.figure, borderTop: hairline("line"), padding: "14px 0 0", ...wide },
);

/** From subtotal to total, a row each. */
export function Totals({ label, sums, total }: TotalsProps) {
  return (
    <Spaced bottom={32}>
      <table aria-label={label} width="100%" cellPadding={0} cellSpacing={0} border={0}>
        <tbody>
          {placed(sums).map(({ key, item }, index) => (
            <SumRow key={key} sum={item} first={index === 0} last={index === sums.length - 1} />
          ))}
          <tr>
            <th scope="row" {...totalName}>
              {total.name}
            </th>
            <td align="right" {...totalAmount}>
              {total.amount}
            </td>
          </tr>
        </tbody>
      </table>
    </Spaced>
  );
}

interface SumRowProps {
  readonly sum: Sum;
  readonly first: boolean;
  readonly last: boolean;
}

function SumRow({ sum, first, last }: SumRowProps) {
  const edge = first ? { borderTop: hairline("line"), paddingTop: 14 } : {};
  const room = { ...edge, ...(last && { paddingBottom: 14 }) };
  return (
    <tr>
      <th scope="row" {...name} style={{ ...name.style, ...room }}>
        <Isolated>{sum.name}</Isolated>
      </th>
      <td align="right" {...amount} style={{ ...amount.style, ...room }}>
        {sum.amount}
      </td>
    </tr>
  );
}
