import { useMemo } from "react";
import type { InboxMessage, MessageHeader } from "../../../protocol/index.ts";
import { CopyButton } from "../../ui/copy-button.tsx";
import { count } from "../../ui/format.ts";
import { numbered } from "../../ui/numbered.ts";
import { type ComparedHeader, compareHeaders } from "./compare-headers.ts";

/** The headers as they were sent, in their order, and what Postmark makes of each. */
export function HeaderTable({
  message,
}: {
  readonly message: Pick<InboxMessage, "headers" | "deliveredHeaders">;
}) {
  const { headers, deliveredHeaders } = message;
  const rows = useMemo(
    () => compareHeaders(headers, deliveredHeaders),
    [headers, deliveredHeaders],
  );
  const changes = rows.filter(({ sent, delivered }) => sent !== delivered);
  return (
    <section className="header-view scrolls" aria-label="Headers">
      <div className="code-view-bar">
        <span className="truncate">
          {count(headers.length, "header")}
          {changes.length > 0 && `; Postmark changes ${changes.length}`}
        </span>
        <span className="code-view-space" />
        <CopyButton text={write(headers)} word="As sent" name="Copy: headers as sent" />
        <CopyButton
          text={write(deliveredHeaders)}
          word="As delivered"
          name="Copy: headers as delivered"
        />
      </div>
      <div className="header-table">
        <table>
          <tbody>
            {numbered(rows).map((row) => (
              <tr key={row.place} data-change={changeOf(row)}>
                <th scope="row">{row.name}</th>
                <td>
                  <Value row={row} />
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </section>
  );
}

function changeOf({
  sent,
  delivered,
}: ComparedHeader): "stripped" | "replaced" | "added" | undefined {
  if (sent === delivered) return undefined;
  if (sent === null) return "added";
  return delivered === null ? "stripped" : "replaced";
}

function Value({ row }: { readonly row: ComparedHeader }) {
  const change = changeOf(row);
  if (change === undefined) return row.sent;
  return (
    <>
      {row.sent !== null && <del>{row.sent}</del>}
      {row.delivered !== null && <ins>{row.delivered}</ins>}
      <span className="header-change">{changeWords[change]}</span>
    </>
  );
}

const changeWords = {
  stripped: "stripped before delivery",
  replaced: "replaced by Postmark",
  added: "added by Postmark",
} as const;

function write(headers: readonly MessageHeader[]): string {
  return headers.map(({ name, value }) => `${name}: ${value}`).join("\n");
}
