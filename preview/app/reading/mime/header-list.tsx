import type { MimeMessage } from "../../../protocol/index.ts";
import { numbered } from "../../ui/numbered.ts";
import { scrollStop } from "../scroll-stop.ts";
import { decodeWords } from "./decode-words.ts";

/** The headers in their order, encoded words made legible. */
export function HeaderList({ headers }: Pick<MimeMessage, "headers">) {
  return (
    <section className="header-list scrolls" aria-label="Headers" {...scrollStop}>
      <table>
        <thead className="visually-hidden">
          <tr>
            <th scope="col">Header</th>
            <th scope="col">Value</th>
          </tr>
        </thead>
        <tbody>
          {numbered(headers).map(({ place, name, value }) => (
            <tr key={place}>
              <th scope="row">{name}</th>
              <td>{decodeWords(value)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
