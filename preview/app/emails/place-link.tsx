import type { SourcePlace } from "../../protocol/index.ts";
import { site } from "../data/site.ts";
import { describePlace } from "./place-text.ts";
import { useOpenPlace } from "./use-open-place.ts";

/** A place in a file; pressed, it opens in the reader's editor. */
export function PlaceLink({ place }: { readonly place: SourcePlace }) {
  const open = useOpenPlace();
  const text = describePlace(place);
  if (site.isStatic) return <span className="place-link">{text}</span>;
  return (
    <button
      type="button"
      className="place-link"
      data-tip="Open in the editor"
      onClick={() => void open(place)}
    >
      {text}
    </button>
  );
}
