import { useEffect, useMemo, useRef, useState } from "react";
import type { EmailSummary } from "../../protocol/index.ts";
import type { EmailTree } from "../emails/use-email-tree.ts";
import { useElementWidth } from "../frame/use-element-width.ts";
import { useHandlers } from "../keys/actions.tsx";
import { count } from "../ui/format.ts";
import { ChevronDown, ChevronRight } from "../ui/icons.ts";
import { GalleryCard } from "./gallery-card.tsx";
import { groupEmails } from "./gallery-groups.ts";
import {
  captionHeight,
  cardsOf,
  gap,
  headingHeight,
  layOut,
  moveInGallery,
  type PlacedCard,
  rowsWithin,
} from "./gallery-layout.ts";
import { createTurns } from "./turns.ts";
import { useFoldedGroups } from "./use-folded-groups.ts";
import { useKeptScroll } from "./use-kept-scroll.ts";
import { useMinute } from "./use-minute.ts";
import { useViewSpan } from "./use-view-span.ts";
import "./gallery.css";

/** Emails asked for at the same time. */
const mostRequests = 3;

/** All emails at a glance, each live: one stop for Tab, arrow keys between them. */
export function Gallery({
  tree,
  rootTitle,
  lastId,
}: {
  readonly tree: EmailTree;
  /** Heads the emails that stand in no folder. */
  readonly rootTitle: string;
  /** The email that was open last: the keyboard begins there. */
  readonly lastId: string | null;
}) {
  const scroller = useRef<HTMLDivElement>(null);
  const inside = useRef<HTMLDivElement>(null);
  const width = useElementWidth(inside);
  const span = useViewSpan(scroller);
  const now = useMinute();
  const turns = useMemo(() => createTurns(mostRequests), []);
  const [active, setActive] = useState(lastId);
  const [, setMoves] = useState(0);
  const { found, sortedBy } = tree;
  const { folded, toggle } = useFoldedGroups(tree.filter !== "");
  const layout = useMemo(
    () => layOut(groupEmails(found, sortedBy, rootTitle, now), width, folded),
    [found, sortedBy, rootTitle, now, width, folded],
  );
  const order = useMemo(
    () => layout.rows.flatMap((row) => (row.kind === "cards" ? row.emails : [])),
    [layout],
  );
  const rowHeight = layout.thumbHeight + captionHeight + gap;
  const stop = Math.max(
    0,
    order.findIndex(({ id }) => id === active),
  );
  useKeptScroll(scroller, width > 0);
  const rows = width > 0 ? rowsWithin(layout, span.from, span.to) : [];
  const cards = cardsOf(rows, layout);
  // The keyboard begins at a card that is there: the last one may be far out of sight.
  const isNear = cards.some(({ at }) => at === stop);
  const begin = (isNear ? stop : cards.find(({ top }) => top >= span.top)?.at) ?? stop;

  function focus(index: number): void {
    const email = order[index];
    if (!email) return;
    setActive(email.id);
    setMoves((moves) => moves + 1);
    const row = layout.rows.findLast((one) => one.kind === "cards" && one.first <= index);
    if (row) revealStretch(scroller.current, row.top - headingHeight, rowHeight + headingHeight);
    wanted.current = email.id;
  }

  // A card that was far away is drawn only when the scroll was told.
  const wanted = useRef<string | null>(null);
  useEffect(() => {
    if (wanted.current === null) return;
    const selector = `[data-id="${CSS.escape(wanted.current)}"]`;
    const card = scroller.current?.querySelector<HTMLElement>(selector);
    if (card) wanted.current = null;
    card?.focus({ preventScroll: true });
  });

  function moveTo(index: number | null): boolean {
    if (index !== null) focus(index);
    return index !== null;
  }

  const hasFocus = () => inside.current?.contains(document.activeElement) ?? false;
  useHandlers({
    next: () => focus(hasFocus() ? (stop + 1) % order.length : begin),
    previous: () => focus(hasFocus() ? (stop - 1 + order.length) % order.length : begin),
    back: () => tree.setFilter(""),
  });
  useKeys((key) => {
    if (hasFocus()) return moveTo(moveInGallery(layout, stop, key));
    // Arrow keys begin in the gallery when nothing else has the focus.
    return (
      document.activeElement === document.body && moveTo(key.startsWith("Arrow") ? begin : null)
    );
  });

  return (
    <div ref={scroller} className="gallery scrolls">
      <div ref={inside} className="gallery-inside" style={{ height: layout.height }}>
        {rows.map(
          (row) =>
            row.kind === "heading" && (
              <h2 key={row.title} className="gallery-heading" style={{ top: row.top }}>
                <button
                  type="button"
                  aria-expanded={!row.isFolded}
                  onClick={() => toggle(row.title)}
                >
                  {row.isFolded ? <ChevronRight size={16} /> : <ChevronDown size={16} />}
                  <span className="truncate">{row.title}</span>
                  <span className="gallery-count tabular">{row.size}</span>
                </button>
              </h2>
            ),
        )}
        <ul aria-label="Emails" aria-owns={cards.map(({ email }) => idOf(email)).join(" ")}>
          {/* Always in one order: a frame that is moved in the document loads anew. */}
          {cards.toSorted(byId).map(({ email, at, left, top }) => (
            <GalleryCard
              key={email.id}
              id={idOf(email)}
              email={email}
              at={at}
              count={order.length}
              isStop={at === begin}
              left={left}
              top={top}
              width={layout.cardWidth}
              thumbHeight={layout.thumbHeight}
              now={now}
              withFolder={sortedBy === "recent"}
              turns={turns}
              onFocus={setActive}
            />
          ))}
        </ul>
      </div>
      {tree.total > 0 && found.length === 0 && (
        <p className="stage-note" role="status">
          No email has “{tree.filter}” in its path. {count(tree.total, "email")} without the filter.
        </p>
      )}
    </div>
  );
}

/** Id of a card in the document; emails may have spaces in their names. */
function idOf({ id }: EmailSummary): string {
  return `gallery-${encodeURIComponent(id)}`;
}

function byId(one: PlacedCard, other: PlacedCard): number {
  return one.email.id < other.email.id ? -1 : 1;
}

/** Scrolls no further than it takes to see a row. */
function revealStretch(scroller: HTMLElement | null, top: number, height: number): void {
  if (!scroller) return;
  const above = scroller.scrollTop - top;
  const below = top + height - scroller.scrollTop - scroller.clientHeight;
  if (above > 0) scroller.scrollTop -= above;
  else if (below > 0) scroller.scrollTop += Math.min(below, -above);
}

/** Hears every key of the page; one that was used does nothing else. */
function useKeys(press: (key: string) => boolean): void {
  const latest = useRef(press);
  latest.current = press;
  useEffect(() => {
    const listen = (event: KeyboardEvent) => {
      if (event.ctrlKey || event.metaKey || event.altKey || event.defaultPrevented) return;
      if (latest.current(event.key)) event.preventDefault();
    };
    addEventListener("keydown", listen);
    return () => removeEventListener("keydown", listen);
  }, []);
}
