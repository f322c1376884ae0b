import type { ReactNode } from "react";
import { type } from "../theme.ts";
import { hairline, paint } from "./paint.ts";
import { placed } from "./placed.ts";
import { Spaced } from "./spaced.tsx";

/** A thing and one measure of it. */
export interface ListingRow {
  readonly name: ReactNode;
  /** Further words below the name. */
  readonly details?: ReactNode;
  readonly measure: string;
}

interface ListingProps {
  /** What the table is about, for those who hear it. */
  readonly label: string;
  /** Headings of its two columns. */
  readonly columns: readonly [name: string, measure: string];
  readonly rows: readonly ListingRow[];
}

const head = paint({ ink: "muted" }, { ...type.fine, fontWeight: 400, padding: "0 0 8px" });
const cell = {
  ...type.small,
  borderTop: hairline("line"),
  padding: "10px 0",
  verticalAlign: "top",
};
const nameCell = paint(
  { ink: "ink", edge: "line" },
  { ...cell, fontWeight: 600, textAlign: "left", overflowWrap: "anywhere" },
);
const detailsText = paint({ ink: "muted" }, { ...type.fine, fontWeight: 400 });
const measureCell = paint(
  { ink: "ink", edge: "line" },
  { ...cell, whiteSpace: "nowrap", paddingLeft: 16 },
);

/** Things with one measure each: what is in a parcel and how many, files and how large. */
export function Listing({ label, columns, rows }: ListingProps) {
  return (
    <Spaced bottom={28}>
      <table
        aria-label={label}
        width="100%"
        cellPadding={0}
        cellSpacing={0}
        border={0}
        {...paint({ edge: "line" }, { borderBottom: hairline("line") })}
      >
        <thead>
          <tr>
            <th scope="col" align="left" {...head}>
              {columns[0]}
            </th>
            <th scope="col" align="right" {...head}>
              {columns[1]}
            </th>
          </tr>
        </thead>
        <tbody>
          {placed(rows).map(({ key, item }) => (
            <tr key={key}>
              <th scope="row" {...nameCell}>
                {item.name}
                {item.details && (
                  <>
                    <br />
                    <span {...detailsText}>{item.details}</span>
                  </>
                )}
              </th>
              <td align="right" {...measureCell}>
                {item.measure}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </Spaced>
  );
}
