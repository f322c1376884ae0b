import type { EmailSummary } from "../../protocol/index.ts";
import type { GalleryGroup } from "./gallery-groups.ts";

/** Space between cards, px. */
export const gap = 20;

/** Height of a heading, px; the style sheet says the same. */
export const headingHeight = 44;

/** Height of the lines below a thumbnail, px; the style sheet says the same. */
export const captionHeight = 50;

/** Widest card, px: where few emails have much room, they grow as far as this. */
const widest = 560;

/** Height of a thumbnail for each px of its width. */
const proportion = 1.1;

/** One line of the gallery: a heading, or cards beside each other. */
export type GalleryRow =
  | {
      readonly kind: "heading";
      readonly top: number;
      readonly title: string;
      readonly size: number;
      /** Whether its cards are left out. */
      readonly isFolded: boolean;
    }
  | {
      readonly kind: "cards";
      readonly top: number;
      /** Place of its first card among all, from 0. */
      readonly first: number;
      readonly emails: readonly EmailSummary[];
    };

/** Where everything in the gallery stands. */
export interface GalleryLayout {
  readonly columns: number;
  readonly cardWidth: number;
  readonly thumbHeight: number;
  readonly rows: readonly GalleryRow[];
  readonly height: number;
}

/**
 * Lays groups out in as many columns as there is room for; in fewer where no group fills one line.
 *
 * @param width of the gallery, px
 * @param folded titles of the groups whose cards are left out
 */
export function layOut(
  groups: readonly GalleryGroup[],
  width: number,
  folded: ReadonlySet<string> = new Set(),
): GalleryLayout {
  const least = width < 560 ? 132 : 208;
  const most = Math.max(1, Math.floor((width + gap) / (least + gap)));
  const largest =
    groups.length === 0 ? most : Math.max(...groups.map(({ emails }) => emails.length));
  const fewest = Math.min(most, Math.ceil((width + gap) / (widest + gap)));
  const columns = Math.max(1, fewest, Math.min(most, largest));
  const cardWidth = Math.max(0, (width - gap * (columns - 1)) / columns);
  const thumbHeight = Math.round(cardWidth * proportion);
  const rows: GalleryRow[] = [];
  let top = 0;
  let first = 0;
  for (const { title, emails } of groups) {
    const isFolded = folded.has(title);
    rows.push({ kind: "heading", top, title, size: emails.length, isFolded });
    top += headingHeight;
    if (isFolded) continue;
    for (let at = 0; at < emails.length; at += columns) {
      const inRow = emails.slice(at, at + columns);
      rows.push({ kind: "cards", top, first, emails: inRow });
      top += thumbHeight + captionHeight + gap;
      first += inRow.length;
    }
  }
  return { columns, cardWidth, thumbHeight, rows, height: top };
}

/** The rows that reach into a stretch of the gallery, px from its top. */
export function rowsWithin(
  { rows, thumbHeight }: GalleryLayout,
  from: number,
  to: number,
): readonly GalleryRow[] {
  const tallest = thumbHeight + captionHeight;
  const start = firstBelow(rows, from - tallest);
  const end = firstBelow(rows, to);
  return rows.slice(start, end);
}

/** An email and where its card stands, px from the gallery's corner. */
export interface PlacedCard {
  readonly email: EmailSummary;
  /** Place among all, from 0. */
  readonly at: number;
  readonly left: number;
  readonly top: number;
}

/** The cards of some rows, from left to right and down. */
export function cardsOf(
  rows: readonly GalleryRow[],
  { cardWidth }: GalleryLayout,
): readonly PlacedCard[] {
  return rows.flatMap((row) =>
    row.kind === "heading"
      ? []
      : row.emails.map((email, column) => ({
          ...{ email, at: row.first + column },
          ...{ left: column * (cardWidth + gap), top: row.top },
        })),
  );
}

/** Index of the first row whose top lies below a line: found by halving, for thousands of rows. */
function firstBelow(rows: readonly GalleryRow[], line: number): number {
  let low = 0;
  let high = rows.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((rows[middle]?.top ?? 0) < line) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** Where an arrow key leads from a card; null when the gallery has no use for the key. */
export function moveInGallery({ rows }: GalleryLayout, at: number, key: string): number | null {
  const cards = rows.filter((row) => row.kind === "cards");
  const line = cards.findIndex(({ first, emails }) => at >= first && at < first + emails.length);
  const row = cards[line];
  if (!row) return null;
  const last = cards.at(-1);
  const count = last ? last.first + last.emails.length : 0;
  const to = (index: number) => (index >= 0 && index < count && index !== at ? index : null);
  const toLine = (other: (typeof cards)[number] | undefined) =>
    other ? to(other.first + Math.min(at - row.first, other.emails.length - 1)) : null;
  switch (key) {
    case "ArrowRight":
      return to(at + 1);
    case "ArrowLeft":
      return to(at - 1);
    case "ArrowDown":
      return toLine(cards[line + 1]);
    case "ArrowUp":
      return toLine(line > 0 ? cards[line - 1] : undefined);
    case "Home":
      return to(0);
    case "End":
      return to(count - 1);
    default:
      return null;
  }
}
