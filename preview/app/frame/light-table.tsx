import { type ReactNode, useRef, useState } from "react";
import { type EmailTheme, type FrameWidth, frameWidthRange, phoneWidth } from "../route.ts";
import { ResizeHandle } from "../ui/resize-handle.tsx";
import { DeviceFrame } from "./device-frame.tsx";
import type { FrameContent } from "./frame-swapper.ts";
import { useElementWidth } from "./use-element-width.ts";
import "./frame.css";

/** The table on which one sheet lies, or two: the phone's beside the desktop's. */
export function LightTable({
  content,
  theme,
  width,
  onWidth,
  heading,
  note = null,
  dimmed = false,
  onShown,
  children,
}: {
  readonly content: FrameContent | null;
  readonly theme: EmailTheme;
  readonly width: FrameWidth;
  readonly onWidth: (width: FrameWidth) => void;
  /** Stands above each sheet, as wide as it. */
  readonly heading?: ReactNode;
  /** A word below the sheet. */
  readonly note?: string | null;
  readonly dimmed?: boolean;
  readonly onShown?: (token: string) => void;
  /** Lies over the sheets. */
  readonly children?: ReactNode;
}) {
  const table = useRef<HTMLDivElement>(null);
  const room = useElementWidth(table);
  const [dragged, setDragged] = useState<number | null>(null);
  const main = width === "both" ? "desktop" : (dragged ?? width);

  function end(size: number) {
    setDragged(null);
    onWidth(size >= room ? "desktop" : size);
  }

  const sheet = { content, theme, heading, note };
  return (
    <div className="light-table" data-dimmed={dimmed}>
      <div className="light-table-scroll scrolls">
        <div ref={table} className="light-table-sheets">
          {width === "both" && <Sheet {...sheet} width={phoneWidth} />}
          <Sheet {...sheet} width={main} onShown={onShown}>
            {width !== "both" && (
              <ResizeHandle
                label="Width of the frame"
                className="sheet-handle"
                size={main === "desktop" ? room : Number(main)}
                min={frameWidthRange.min}
                max={Math.max(frameWidthRange.min, room)}
                factor={2}
                onResize={setDragged}
                onEnd={end}
              />
            )}
            {dragged !== null && <output className="sheet-size">{dragged} px</output>}
          </Sheet>
        </div>
      </div>
      {children}
    </div>
  );
}

function Sheet({
  content,
  theme,
  heading,
  note,
  width,
  onShown,
  children,
}: {
  readonly content: FrameContent | null;
  readonly theme: EmailTheme;
  readonly heading: ReactNode;
  readonly note: string | null;
  readonly width: number | "desktop";
  readonly onShown?: ((token: string) => void) | undefined;
  readonly children?: ReactNode;
}) {
  const [contentWidth, setContentWidth] = useState<number | null>(null);
  const figure = useRef<HTMLElement>(null);
  const drawnWidth = useElementWidth(figure);
  const fluid = width === "desktop";
  return (
    <figure ref={figure} className="sheet" data-fluid={fluid} style={fluid ? undefined : { width }}>
      {heading}
      <div className="sheet-paper">
        {content && (
          <DeviceFrame
            content={content}
            theme={theme}
            onShown={onShown}
            onOverflow={setContentWidth}
          />
        )}
        {children}
      </div>
      <figcaption className="sheet-caption tabular">
        <span>{describeWidth(width, drawnWidth)}</span>
        {note && <span>{note}</span>}
        {contentWidth !== null && (
          <span className="sheet-overflow">{contentWidth} px of content: scrolls sideways</span>
        )}
      </figcaption>
    </figure>
  );
}

function describeWidth(width: number | "desktop", drawn: number): string {
  if (width === "desktop") return `Desktop ${drawn || ""}`;
  return width === phoneWidth ? `Phone ${width}` : `${width} px`;
}
