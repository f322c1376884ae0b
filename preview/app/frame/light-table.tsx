import { type ReactNode, useMemo, useRef, useState } from "react";
import { type FrameLook, frameHeightRange, frameWidthRange } from "../route.ts";
import { ResizeHandle } from "../ui/resize-handle.tsx";
import type { FrameContent } from "./frame-swapper.ts";
import { createScrollGroup } from "./scroll-group.ts";
import { Sheet } from "./sheet.tsx";
import { planSheets, type SheetPlan, scaleDesktop, sheetGap, zoomScale } from "./sheet-plan.ts";
import { useElementHeight, useElementWidth } from "./use-element-width.ts";
import "./frame.css";

/** What of the look is being dragged, until the hand lets go. */
type Dragged = Partial<Record<"width" | "height", number>>;

/** The table on which one sheet lies, or two that are compared. */
export function LightTable({
  content,
  other = null,
  look,
  onLook,
  heading,
  note,
  dimmed = false,
  onShown,
  children,
}: {
  readonly content: FrameContent | null;
  /** What a second sheet shows where that is another email than the first. */
  readonly other?: FrameContent | null;
  readonly look: FrameLook;
  readonly onLook: (change: Partial<FrameLook>) => void;
  /** Stands above each sheet, as wide as it. */
  readonly heading?: (plan: SheetPlan) => ReactNode;
  /** A word below a sheet. */
  readonly note?: (plan: SheetPlan) => string | null;
  readonly dimmed?: boolean;
  readonly onShown?: (token: string) => void;
  /** Lies over the sheets. */
  readonly children?: ReactNode;
}) {
  const table = useRef<HTMLDivElement>(null);
  const room = useElementWidth(table);
  const [dragged, setDragged] = useState<Dragged>({});
  const scrolls = useMemo(createScrollGroup, []);
  const plans = planSheets(look);
  const scale = zoomScale(look.zoom, plans, room);
  const desktop = scaleDesktop(look.zoom, plans, room);
  const share = (room - sheetGap * (plans.length - 1)) / plans.length;
  const height = dragged.height ?? look.height;
  const onFrame = (plan: SheetPlan) => (frame: HTMLIFrameElement) => scrolls.join(plan.key, frame);

  return (
    <div className="light-table" data-dimmed={dimmed}>
      <div
        ref={table}
        className="light-table-scroll scrolls"
        data-height={height === "table" ? "table" : "own"}
      >
        <div className="light-table-sheets" data-fit={look.zoom === "fit"}>
          {plans.map((plan, at) => {
            const isScaled = plan.width === "desktop" && desktop !== null;
            const width = isScaled ? desktop.width : plan.width;
            const drawn = look.width === "both" ? width : (dragged.width ?? width);
            const drawnScale = isScaled ? desktop.scale : scale;
            return (
              <Sheet
                key={plan.key}
                content={plan.shows === "other" ? other : content}
                plan={plan}
                width={drawn}
                look={look}
                height={height}
                scale={drawnScale}
                isDesktop={plan.width === "desktop"}
                heading={heading?.(plan)}
                note={note?.(plan) ?? null}
                onShown={plan.key === "main" ? onShown : undefined}
                onFrame={onFrame(plan)}
              >
                {look.width !== "both" && at === plans.length - 1 && (
                  <Handles
                    width={drawn === "desktop" ? share / drawnScale : drawn}
                    widest={share / drawnScale}
                    height={typeof height === "number" ? height : null}
                    isSingle={plans.length === 1}
                    scale={drawnScale}
                    onDrag={setDragged}
                    onEnd={(change) => {
                      setDragged({});
                      onLook(change);
                    }}
                  />
                )}
                <DraggedSize dragged={dragged} />
              </Sheet>
            );
          })}
        </div>
      </div>
      {children}
    </div>
  );
}

function Handles({
  width,
  widest,
  height,
  isSingle,
  scale,
  onDrag,
  onEnd,
}: {
  readonly width: number;
  /** From here on the sheet takes all the room. */
  readonly widest: number;
  /** Null: not a number yet. */
  readonly height: number | null;
  readonly isSingle: boolean;
  readonly scale: number;
  readonly onDrag: (dragged: Dragged) => void;
  readonly onEnd: (change: Partial<FrameLook>) => void;
}) {
  const paper = useRef<HTMLDivElement>(null);
  const drawnHeight = useElementHeight(paper);
  const x = {
    size: width,
    min: frameWidthRange.min,
    max: Math.max(frameWidthRange.min, Math.floor(widest)),
    onResize: (size: number) => onDrag({ width: size }),
    onEnd: (size: number) => onEnd({ width: size >= Math.floor(widest) ? "desktop" : size }),
  };
  // One sheet lies in the middle, so that both of its edges move.
  const factor = (isSingle ? 2 : 1) / scale;
  return (
    <div ref={paper} className="sheet-handles">
      {isSingle && (
        <ResizeHandle
          label="Left edge of the frame"
          className="sheet-handle sheet-handle-left"
          factor={-factor}
          {...x}
        />
      )}
      <ResizeHandle label="Width of the frame" className="sheet-handle" factor={factor} {...x} />
      <ResizeHandle
        label="Height of the frame"
        className="sheet-handle-bottom"
        axis="y"
        factor={1 / scale}
        size={height ?? Math.round(drawnHeight / scale)}
        min={frameHeightRange.min}
        max={frameHeightRange.max}
        onResize={(size) => onDrag({ height: size })}
        onEnd={(size) => onEnd({ height: size })}
      />
    </div>
  );
}

/** What is dragged, as a number at the edge. */
function DraggedSize({ dragged }: { readonly dragged: Dragged }) {
  const size = dragged.width ?? dragged.height;
  if (size === undefined) return null;
  return (
    <output className="sheet-size">
      {size} px{dragged.height !== undefined && " tall"}
    </output>
  );
}
