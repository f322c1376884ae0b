import { memo } from "react";
import type { EmailSummary, EmailView } from "../../protocol/index.ts";
import { describeMark, FindingMark, useFindingCount } from "../checks/finding-mark.tsx";
import { lastRenderOf } from "../data/email-views.ts";
import { Link } from "../link.tsx";
import { emailRoute } from "../route.ts";
import { formatKilobytes, gmailClipBytes } from "../ui/format.ts";
import { CircleAlert } from "../ui/icons.ts";
import { formatAge } from "./format-age.ts";
import { Thumbnail } from "./thumbnail.tsx";
import type { Turns } from "./turns.ts";
import { useThumbnail } from "./use-thumbnail.ts";

/** Larger ones are not drawn small, octets: one alone would hold up all the others. */
const mostBytes = 1024 * 1024;

/** One email in the gallery: how it looks, what it is called, and what is wrong with it. */
export const GalleryCard = memo(function GalleryCard({
  id,
  email,
  at,
  count,
  isStop,
  left,
  top,
  width,
  thumbHeight,
  now,
  withFolder,
  turns,
  onFocus,
}: {
  /** Of the element. */
  readonly id: string;
  readonly email: EmailSummary;
  /** Place among all, from 0. */
  readonly at: number;
  readonly count: number;
  /** Whether Tab stops here. */
  readonly isStop: boolean;
  /** Where it stands, px. */
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly thumbHeight: number;
  readonly now: number;
  /** Where no heading says it. */
  readonly withFolder: boolean;
  readonly turns: Turns;
  readonly onFocus: (id: string) => void;
}) {
  const { view } = useThumbnail(email.id, turns);
  const problem = view && problemOf(view);
  const found = useFindingCount(email.id);
  const render = view && lastRenderOf(view);
  const folder = withFolder ? email.id.split("/").slice(0, -1).join(" / ") : "";
  return (
    <li
      id={id}
      className="gallery-item"
      aria-posinset={at + 1}
      aria-setsize={count}
      style={{ left, top, width }}
    >
      <Link
        className="gallery-card"
        route={emailRoute(email.id)}
        data-id={email.id}
        data-failed={view?.result.status === "failed"}
        title={email.id}
        aria-description={describeMark(found)}
        tabIndex={isStop ? 0 : -1}
        onFocus={() => onFocus(email.id)}
      >
        <span className="gallery-paper" style={{ height: thumbHeight }}>
          {render && view && render.htmlBytes <= mostBytes && (
            <Thumbnail
              id={email.id}
              html={render.html}
              revision={view.revision}
              width={width}
              height={thumbHeight}
            />
          )}
          {problem && !render && <span className="gallery-error">{problem.detail}</span>}
        </span>
        <span className="gallery-name truncate">
          {email.id.slice(email.id.lastIndexOf("/") + 1)}
        </span>
        <span className="gallery-facts tabular">
          {problem ? (
            <span className="gallery-problem truncate" title={problem.detail}>
              <CircleAlert size={14} /> {problem.text}
            </span>
          ) : (
            <span className="truncate">
              <time dateTime={new Date(email.modifiedAt).toISOString()}>
                {formatAge(email.modifiedAt, now)}
              </time>
              {folder && ` · ${folder}`}
            </span>
          )}
          <FindingMark count={found} withIcon />
        </span>
      </Link>
    </li>
  );
});

/** What keeps an email from arriving as it was meant. */
function problemOf({ result }: EmailView): { text: string; detail: string } | null {
  if (result.status === "failed") {
    return { text: `Does not ${result.phase}`, detail: result.message };
  }
  if (result.htmlBytes <= gmailClipBytes) return null;
  const text = `${formatKilobytes(result.htmlBytes)} KB: Gmail clips it`;
  return { text, detail: "Gmail cuts an email off at 102 KB" };
}
