import type { InboxMessage } from "../../protocol.ts";
import { CopyButton } from "../ui/copy-button.tsx";
import { count } from "../ui/format.ts";
import { numbered } from "../ui/numbered.ts";

/** The headers of a message, in the order they stand in it. */
export function HeaderTable({ headers }: { readonly headers: InboxMessage["headers"] }) {
  const text = headers.map(({ name, value }) => `${name}: ${value}`).join("\n");
  return (
    <section className="header-view scrolls" aria-label="Headers">
      <div className="code-view-bar">
        <span>{count(headers.length, "header")}</span>
        <span className="code-view-space" />
        <CopyButton text={text} word="Copy" name="Copy: headers" />
      </div>
      <div className="header-table">
        <table>
          <tbody>
            {numbered(headers).map(({ name, value, place }) => (
              <tr key={place}>
                <th scope="row">{name}</th>
                <td>{value}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </section>
  );
}
