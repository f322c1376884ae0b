import type { ConsoleLine } from "../../protocol/index.ts";
import { numbered } from "../ui/numbered.ts";
import { PlaceLink } from "./place-link.tsx";
import "./console-lines.css";

/** What an email wrote to the console, in its order. */
export function ConsoleLines({ lines }: { readonly lines: readonly ConsoleLine[] }) {
  const rows = numbered(lines.map((line) => ({ line })));
  return (
    <ol className="console-lines">
      {rows.map(({ line: { level, text, place, count }, place: at }) => (
        <li key={at} data-level={level}>
          <span className="console-level">{level}</span>
          <pre>{text}</pre>
          {count > 1 && <span className="console-count tabular">×{count}</span>}
          {place && <PlaceLink place={place} />}
        </li>
      ))}
    </ol>
  );
}
