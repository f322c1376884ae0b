import { type CSSProperties, useMemo, useRef, useState } from "react";
import type { EmailView, RenderSuccess } from "../../protocol/index.ts";
import { useRemembered } from "../data/remembered.ts";
import { ComparePicker } from "../reading/compare-picker.tsx";
import { useCompareChoices } from "../reading/use-compare-choices.ts";
import { useCompared } from "../reading/use-compared.ts";
import type { EmailRoute } from "../route.ts";
import { useDelayed } from "../ui/use-delayed.ts";
import { MovedList } from "./moved-list.tsx";
import { desktopPictureWidth } from "./take-pictures.ts";
import { type Picture, usePictures } from "./use-pictures.ts";
import { findMoved } from "./what-moved.ts";
import "./pictures.css";

const ways = [
  { name: "slider", label: "Slider" },
  { name: "moved", label: "What moved" },
  { name: "beside", label: "Side by side" },
] as const;

/** Two pictures of an email, one of an earlier or another state, one as it shows. */
export default function PictureCompare({
  route,
  view,
  render,
}: {
  readonly route: EmailRoute;
  readonly view: EmailView;
  readonly render: RenderSuccess;
}) {
  const other = useCompared(route);
  const width = typeof route.width === "number" ? route.width : desktopPictureWidth;
  const { before, after, problem } = usePictures(other?.html ?? null, render.html, width, route);
  const [remembered, setWay] = useRemembered("picture-compare", "slider");
  const way = ways.find(({ name }) => name === remembered)?.name ?? "slider";
  const slow = useDelayed(!problem && !after);
  const choices = useCompareChoices(route, view);
  const otherName = choices.find(({ value }) => value === route.diff)?.label ?? "the other";
  return (
    <section className="pictures" aria-label="Compared pictures">
      <header className="pictures-bar">
        <ComparePicker route={route} choices={choices} />
        <fieldset className="segmented bare" aria-label="How to compare">
          {ways.map(({ name, label }) => (
            <button
              key={name}
              type="button"
              className="segment"
              aria-pressed={name === way}
              onClick={() => setWay(name)}
            >
              {label}
            </button>
          ))}
        </fieldset>
      </header>
      {problem && (
        <p className="pictures-note" role="alert">
          {problem}
        </p>
      )}
      {slow && (
        <p className="pictures-note" role="status">
          Taking the pictures…
        </p>
      )}
      {before && after && (
        <Compared {...{ before, after, way, otherName }} shownName={nameOf(view)} />
      )}
    </section>
  );
}

function Compared({
  before,
  after,
  way,
  otherName,
  shownName,
}: {
  readonly before: Picture;
  readonly after: Picture;
  readonly way: (typeof ways)[number]["name"];
  readonly otherName: string;
  readonly shownName: string;
}) {
  const places = useMemo(() => findMoved(before, after), [before, after]);
  const scroller = useRef<HTMLElement>(null);
  const goToRow = (top: number) => scroller.current?.scrollTo({ top: Math.max(0, top - 80) });
  return (
    <>
      <MovedList places={places} onGo={goToRow} />
      <section
        ref={scroller}
        className="pictures-scroll scrolls"
        aria-label="The pictures"
        tabIndex={way === "slider" ? undefined : 0}
      >
        {way === "slider" && <Slider {...{ before, after, otherName, shownName }} />}
        {way === "moved" && (
          <div className="pictures-paper" style={{ width: after.width, height: after.height }}>
            <img src={after.src} alt={shownName} />
            {places.map(({ kind, after: { top, height }, left, width }) => (
              <div
                key={`${kind}${top}`}
                className="pictures-place"
                data-kind={kind}
                style={{ top, height: Math.max(2, height), left, width }}
              />
            ))}
          </div>
        )}
        {way === "beside" && (
          <div className="pictures-beside">
            {[
              { name: otherName, picture: before },
              { name: shownName, picture: after },
            ].map(({ name, picture }) => (
              <figure key={name}>
                <figcaption>{name}</figcaption>
                <img src={picture.src} alt={name} />
              </figure>
            ))}
          </div>
        )}
      </section>
    </>
  );
}

function Slider({
  before,
  after,
  otherName,
  shownName,
}: {
  readonly before: Picture;
  readonly after: Picture;
  readonly otherName: string;
  readonly shownName: string;
}) {
  const [share, setShare] = useState(50);
  const style: CSSProperties & Record<`--${string}`, string> = {
    width: Math.max(before.width, after.width),
    height: Math.max(before.height, after.height),
    "--share": `${share}%`,
  };
  return (
    <div className="pictures-paper" style={style}>
      <img src={before.src} alt={otherName} />
      <img src={after.src} alt={shownName} className="pictures-over" />
      <div className="pictures-edge" aria-hidden="true">
        <span className="pictures-name truncate" data-side="left">
          {otherName}
        </span>
        <span className="pictures-name truncate" data-side="right">
          {shownName}
        </span>
      </div>
      <input
        type="range"
        className="pictures-slider"
        aria-label={`From left: ${otherName}; from here on: ${shownName}`}
        min={0}
        max={100}
        value={share}
        onChange={({ target }) => setShare(Number(target.value))}
      />
    </div>
  );
}

function nameOf({ variants, variant }: EmailView): string {
  return variants.find(({ slug }) => slug === variant)?.name ?? variant;
}
