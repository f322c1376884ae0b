import { type CSSProperties, type ReactNode, useMemo, useRef, useState } from "react";
import type { FrameLook } from "../route.ts";
import { clientWords } from "./clients/client-names.ts";
import { ClientNote } from "./clients/client-note.tsx";
import { useDressed } from "./clients/use-dressed.ts";
import { DeviceFrame } from "./device-frame.tsx";
import { hasDarkRules } from "./frame-document.ts";
import type { FrameContent } from "./frame-swapper.ts";
import { describeWidth } from "./presets.ts";
import { type SheetPlan, themeNames } from "./sheet-plan.ts";
import { useElementWidth } from "./use-element-width.ts";

const forcedNote = "Neither client says how it turns colours; this is what is known of it";

/** One sheet of paper with the email on it, what stands above it, and what is to be said of it. */
export function Sheet({
  content,
  plan,
  width,
  look,
  height,
  scale,
  isDesktop,
  heading,
  note,
  onShown,
  onFrame,
  children,
}: {
  readonly content: FrameContent | null;
  readonly plan: SheetPlan;
  readonly width: number | "desktop";
  readonly look: FrameLook;
  readonly height: FrameLook["height"];
  /** How large it is drawn, where 1 is its true size. */
  readonly scale: number;
  /** A desktop, at whichever width it is drawn. */
  readonly isDesktop: boolean;
  readonly heading: ReactNode;
  readonly note: string | null;
  readonly onShown?: ((token: string) => void) | undefined;
  readonly onFrame: (frame: HTMLIFrameElement) => void;
  readonly children?: ReactNode;
}) {
  const { dressed, report, refusal } = useDressed(content, look);
  const losesDark = useMemo(
    () =>
      plan.theme === "dark" &&
      dressed !== null &&
      content !== null &&
      hasDarkRules(content.html) &&
      !hasDarkRules(dressed.html),
    [plan.theme, content, dressed],
  );
  const [contentWidth, setContentWidth] = useState<number | null>(null);
  const [contentHeight, setContentHeight] = useState<number | null>(null);
  const figure = useRef<HTMLElement>(null);
  const drawnWidth = useElementWidth(figure);
  const fluid = width === "desktop";
  const frameHeight = height === "full" ? contentHeight : height === "table" ? null : height;
  const paper: CSSProperties & Record<`--${string}`, number> = {
    "--scale": scale,
    ...(frameHeight !== null ? { height: frameHeight * scale } : {}),
    // Until it is measured, there is room for it.
    ...(height === "full" && frameHeight === null ? { minHeight: "60vh" } : {}),
  };
  return (
    <figure
      ref={figure}
      className="sheet"
      data-fluid={fluid}
      data-height={height === "table" ? "table" : "own"}
      style={fluid ? undefined : { width: width * scale }}
    >
      {heading}
      <div className="sheet-paper" style={paper}>
        {dressed && (
          <DeviceFrame
            content={dressed}
            theme={plan.theme}
            rtl={look.rtl}
            onShown={onShown}
            onOverflow={setContentWidth}
            onHeight={height === "full" ? setContentHeight : undefined}
            onFrame={onFrame}
          />
        )}
        {children}
      </div>
      <figcaption className="sheet-caption tabular">
        {isForced(plan) ? (
          <span className="client-badge" data-faithful="sketch" data-tip={forcedNote}>
            {themeNames[plan.theme]}: approximation
          </span>
        ) : (
          plan.label && <strong>{plan.label}</strong>
        )}
        <span>
          {fluid
            ? `Desktop ${Math.round(drawnWidth / scale) || ""}`
            : isDesktop && scale < 1
              ? `Desktop ${width}`
              : describeWidth(width)}
          {scale !== 1 && `, ${Math.round(scale * 100)} %`}
        </span>
        {report && <ClientNote report={report} />}
        {report && losesDark && (
          <span className="sheet-overflow">
            {clientWords[report.client].short} ignores an email's dark styles
            (prefers-color-scheme), so it stays light
          </span>
        )}
        {refusal && <span className="sheet-overflow">{refusal}</span>}
        {note && <span>{note}</span>}
        {contentWidth !== null && (
          <span className="sheet-overflow">{contentWidth} px of content: scrolls sideways</span>
        )}
      </figcaption>
    </figure>
  );
}

/** Whether the sheet shows what a client does to colours, and not what the author wrote. */
function isForced({ theme }: SheetPlan): boolean {
  return theme === "partial" || theme === "full";
}
