import type { ActivityMessage } from "../../../protocol/index.ts";
import { formatMoment } from "../../ui/format.ts";
import { numbered } from "../../ui/numbered.ts";
import { formatSpan } from "./format-span.ts";
import { trackOf } from "./track.ts";

/** The way of a message, with how long each part of it took. */
export function MessageTrack({ message }: { readonly message: ActivityMessage }) {
  const stations = numbered(trackOf(message));
  return (
    <ol className="track" aria-label="What became of it">
      {stations.map(({ label, tone, at, place }) => {
        const before = stations[place - 1]?.at ?? null;
        return (
          <li key={place} data-tone={tone} data-reached={at !== null}>
            <span className="track-dot" />
            <span className="track-label">{label}</span>
            <span
              className="track-time tabular"
              data-tip={at === null ? undefined : formatMoment(at)}
            >
              {describeTime(at, before)}
            </span>
          </li>
        );
      })}
    </ol>
  );
}

function describeTime(at: number | null, before: number | null): string {
  if (at === null) return "not yet";
  return before === null ? formatMoment(at) : `+ ${formatSpan(Math.max(0, at - before))}`;
}
