import type { ElementPlace } from "../../../protocol/index.ts";
import type { Box } from "./element-box.ts";
import { describePlace, tagOf } from "./places.ts";

/** So much room the label takes above an element, px. */
const labelHeight = 24;

/** The frame round an element, with its name and line. */
export function Outline({
  box,
  chain,
  folder,
  isChosen = false,
}: {
  readonly box: Box;
  /** From the inside out; empty when it is not known. */
  readonly chain: readonly ElementPlace[];
  readonly folder: string;
  readonly isChosen?: boolean;
}) {
  const [place] = chain;
  // The use of a shared component in the email itself says more than the component alone.
  const use = chain.length > 1 ? chain.at(-1) : undefined;
  return (
    <div className="inspect-outline" data-chosen={isChosen} style={box} aria-hidden="true">
      {place && (
        <span className="inspect-label" data-below={box.top < labelHeight + 4}>
          <b>{tagOf(place)}</b> {describePlace(place, folder)}
          {use && (
            <span className="inspect-use">
              {tagOf(use)} {describePlace(use, folder)}
            </span>
          )}
        </span>
      )}
    </div>
  );
}
