import { useEffect, useMemo, useState } from "react";
import type { EmailView, RenderSuccess } from "../../protocol.ts";
import { hasDarkStyles } from "../frame/frame-document.ts";
import { LightTable } from "../frame/light-table.tsx";
import type { EmailRoute, FrameWidth } from "../route.ts";
import { Button } from "../ui/button.tsx";
import { EmptyState } from "../ui/empty-state.tsx";
import { formatBytes } from "../ui/format.ts";
import { useNotices } from "../ui/notices.tsx";
import { InboxLine } from "./inbox-line.tsx";

/** From here on an email is shown only when asked for, octets. */
const hugeBytes = 5 * 1024 * 1024;

/** The email on the light table, under its line in an inbox. */
export function EmailPreview({
  view,
  render,
  route,
  arrivedAt,
  dimmed,
  token,
  onWidth,
  onShown,
}: {
  readonly view: EmailView;
  readonly render: RenderSuccess;
  readonly route: EmailRoute;
  readonly arrivedAt: number;
  readonly dimmed: boolean;
  readonly token: string;
  readonly onWidth: (width: FrameWidth) => void;
  readonly onShown: (token: string) => void;
}) {
  const [shownHuge, setShownHuge] = useState(false);
  const isHeld = render.htmlBytes > hugeBytes && !shownHuge;
  const { id, variant } = view;
  const variantName = view.variants.find(({ slug }) => slug === variant)?.name ?? variant;
  const content = useMemo(
    () => ({
      token,
      scrollKey: id,
      title: `${id}, ${variantName}`,
      html: render.html,
    }),
    [token, id, variantName, render.html],
  );
  const { announce } = useNotices();
  const shown = (shownToken: string) => {
    announce(`${id}, ${variantName}: shown`);
    onShown(shownToken);
  };
  useEffect(() => {
    if (isHeld) onShown(token);
  }, [isHeld, onShown, token]);

  if (isHeld) {
    return (
      <EmptyState level={2} title={`This email is ${formatBytes(render.htmlBytes)} large`}>
        <p>Drawing it may take the browser a while. Gmail cuts a mail off at 102 KB.</p>
        <Button onClick={() => setShownHuge(true)}>Show it</Button>
      </EmptyState>
    );
  }
  return (
    <LightTable
      content={content}
      theme={route.theme}
      width={route.width}
      onWidth={onWidth}
      dimmed={dimmed}
      onShown={shown}
      note={
        route.theme === "dark" && !hasDarkStyles(render.html)
          ? "The email has no dark styles of its own"
          : null
      }
      heading={<InboxLine render={render} arrivedAt={arrivedAt} />}
    />
  );
}
