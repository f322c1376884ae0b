import type { ReactNode } from "react";
import { type } from "../theme.ts";
import { hairline, paint } from "./paint.ts";
import { Spaced } from "./spaced.tsx";

/** A name and its value. A fact whose value is not known is left out. */
export interface Fact {
  readonly name: string;
  readonly value: ReactNode;
}

interface FactsProps {
  /** What the table is about, for those who hear it. */
  readonly label: string;
  readonly facts: readonly Fact[];
}

const table = paint({ edge: "line" }, { borderTop: hairline("line") });
const rule = { borderBottom: hairline("line"), padding: "10px 0", verticalAlign: "top" } as const;
const nameCell = paint(
  { ink: "muted", edge: "line" },
  { ...type.small, ...rule, fontWeight: 400, textAlign: "left", width: "34%", paddingRight: 16 },
);
const valueCell = paint(
  { ink: "ink", edge: "line" },
  { ...type.small, ...rule, overflowWrap: "anywhere", wordBreak: "break-word" },
);

/** Names and values, a line each: when, where, how. */
export function Facts({ label, facts }: FactsProps) {
  const known = facts.filter(({ value }) => value !== undefined && value !== false && value !== "");
  return (
    <Spaced bottom={28}>
      <table aria-label={label} width="100%" cellPadding={0} cellSpacing={0} border={0} {...table}>
        <tbody>
          {known.map((fact) => (
            <tr key={fact.name}>
              <th scope="row" {...nameCell}>
                {fact.name}
              </th>
              <td {...valueCell}>{fact.value}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </Spaced>
  );
}
