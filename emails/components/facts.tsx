import { Fragment, type ReactNode } from "react";
import { type } from "../theme.ts";
import { hairline, paint } from "./paint.ts";
import { Spaced } from "./spaced.tsx";

/** A name and its value. A fact whose value is missing is left out. */
export interface Fact {
  readonly name: string;
  readonly value: ReactNode;
}

interface FactsProps {
  /** What the table is about, for those who hear it. */
  readonly label: string;
  readonly facts: readonly Fact[];
}

/** Names and values, a line each: when, where, how. */
export function Facts({ label, facts }: FactsProps) {
  const rule = { borderBottom: hairline("line"), padding: "10px 0", verticalAlign: "top" };
  const name = paint(
    { ink: "muted", edge: "line" },
    { ...type.small, ...rule, fontWeight: 400, textAlign: "left", width: "34%", paddingRight: 16 },
  );
  const value = paint(
    { ink: "ink", edge: "line" },
    { ...type.small, ...rule, overflowWrap: "anywhere", wordBreak: "break-word" },
  );
  return (
    <Spaced bottom={28}>
      <table
        aria-label={label}
        width="100%"
        cellPadding={0}
        cellSpacing={0}
        border={0}
        {...paint({ edge: "line" }, { borderTop: hairline("line") })}
      >
        <tbody>
          {facts.map((fact) =>
            fact.value === undefined || fact.value === "" ? (
              <Fragment key={fact.name} />
            ) : (
              <tr key={fact.name}>
                <th scope="row" {...name}>
                  {fact.name}
                </th>
                <td {...value}>{fact.value}</td>
              </tr>
            ),
          )}
        </tbody>
      </table>
    </Spaced>
  );
}
