import { count } from "../ui/format.ts";
import type { ChangedPlace } from "./what-moved.ts";

/** So many places are buttons; the rest is counted. */
const mostShown = 12;

/** Where two pictures differ, each place a way to it. */
export function MovedList({
  places,
  onGo,
}: {
  readonly places: readonly ChangedPlace[];
  readonly onGo: (top: number) => void;
}) {
  if (places.length === 0) {
    return (
      <p className="pictures-note" role="status">
        No difference: the two pictures are the same, pixel by pixel.
      </p>
    );
  }
  return (
    <div className="pictures-places">
      <p role="status">
        {count(places.length, "place")} differ{places.length === 1 ? "s" : ""}:
      </p>
      <ul>
        {places.slice(0, mostShown).map((place) => (
          <li key={`${place.kind}${place.after.top}`}>
            <button type="button" className="text-link" onClick={() => onGo(place.after.top)}>
              {describePlace(place)}
            </button>
          </li>
        ))}
        {places.length > mostShown && <li>and {places.length - mostShown} more</li>}
      </ul>
    </div>
  );
}

/** `changed at 120 px; what follows is 24 px lower` */
function describePlace({ kind, before, after, shift }: ChangedPlace): string {
  const height = kind === "removed" ? before.height : after.height;
  const what = `${height} px ${kind} at ${after.top} px`;
  if (shift === 0) return what;
  return `${what}, what follows is ${Math.abs(shift)} px ${shift > 0 ? "lower" : "higher"}`;
}
