import { useState } from "react";
import type { ElementPlace } from "../../../protocol/index.ts";
import { IconButton } from "../../ui/button.tsx";
import { X } from "../../ui/icons.ts";
import { OpenButton } from "../open-button.tsx";
import { scrollStop } from "../scroll-stop.ts";
import { describePlace, linesAround, tagOf } from "./places.ts";

/** Lines shown before and after the one. */
const around = 4;

/** Where an element is written, and where each component around it is used. */
export function PlacePanel({
  chain,
  files,
  folder,
  onClose,
}: {
  /** From the inside out, at least one. */
  readonly chain: readonly ElementPlace[];
  readonly files: Readonly<Record<string, string>>;
  readonly folder: string;
  readonly onClose: () => void;
}) {
  const [picked, setPicked] = useState(0);
  const shown = chain[picked] ?? chain[0];
  if (!shown) return null;
  const code = files[shown.place.file];
  return (
    <section className="inspect-panel" aria-label="Where the element is written">
      <header>
        <ol className="inspect-chain scrolls">
          {chain.map((one, at) => (
            <li key={`${one.place.file}:${one.place.line}:${one.place.column}`}>
              <button
                type="button"
                className="inspect-place"
                aria-pressed={one === shown}
                onClick={() => setPicked(at)}
              >
                <b>{tagOf(one)}</b> {describePlace(one, folder)}
              </button>
            </li>
          ))}
        </ol>
        <OpenButton place={shown.place} />
        <IconButton name="Close" onClick={onClose}>
          <X size={16} />
        </IconButton>
      </header>
      {code === undefined ? (
        <p className="inspect-none">The file is not in this project.</p>
      ) : (
        <pre className="inspect-code scrolls" {...scrollStop}>
          <code>
            {linesAround(code, shown.place.line, around).map(({ number, text, isIt }) => (
              <span key={number} className="inspect-line" data-it={isIt}>
                <span className="inspect-number tabular">{number}</span>
                {text || " "}
              </span>
            ))}
          </code>
        </pre>
      )}
    </section>
  );
}
