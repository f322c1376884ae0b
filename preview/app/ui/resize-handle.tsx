import { type KeyboardEvent, type PointerEvent, useRef } from "react";

/** Step of an arrow key, px; with Shift eight times as far. */
const keyStep = 8;

const keysX: Record<string, number | undefined> = { ArrowRight: 1, ArrowLeft: -1 };
const keysY: Record<string, number | undefined> = { ArrowDown: 1, ArrowUp: -1 };

/**
 * An edge to drag, by pointer or by arrow keys.
 *
 * @param axis along which the edge moves: `x` for a left or right edge, `y` for a lower one
 * @param factor px of size for each px of the pointer: 2 where both edges move, -1 on a left edge
 */
export function ResizeHandle({
  label,
  size,
  min,
  max,
  axis = "x",
  factor = 1,
  className,
  onResize,
  onEnd,
}: {
  readonly label: string;
  readonly size: number;
  readonly min: number;
  readonly max: number;
  readonly axis?: "x" | "y";
  readonly factor?: number;
  readonly className: string;
  readonly onResize: (size: number) => void;
  /** The pointer let go, or a key was pressed. */
  readonly onEnd: (size: number) => void;
}) {
  const drag = useRef<{ at: number; size: number; last: number } | null>(null);
  const readAt = (event: PointerEvent) => (axis === "x" ? event.clientX : event.clientY);
  const keys = axis === "x" ? keysX : keysY;
  const clamp = (value: number) => Math.round(Math.min(max, Math.max(min, value)));

  function begin(event: PointerEvent<HTMLHRElement>) {
    if (event.button !== 0) return;
    event.currentTarget.setPointerCapture(event.pointerId);
    drag.current = { at: readAt(event), size, last: size };
  }

  function move(event: PointerEvent<HTMLHRElement>) {
    const from = drag.current;
    if (!from) return;
    from.last = clamp(from.size + (readAt(event) - from.at) * factor);
    onResize(from.last);
  }

  function end() {
    const from = drag.current;
    drag.current = null;
    if (from && from.last !== from.size) onEnd(from.last);
  }

  function step(event: KeyboardEvent<HTMLHRElement>) {
    const direction = keys[event.key];
    if (direction === undefined) return;
    event.preventDefault();
    onEnd(clamp(size + direction * keyStep * (event.shiftKey ? 8 : 1) * Math.sign(factor)));
  }

  return (
    <hr
      className={className}
      aria-orientation={axis === "x" ? "vertical" : "horizontal"}
      aria-label={label}
      aria-valuenow={Math.round(size)}
      aria-valuemin={min}
      aria-valuemax={max}
      tabIndex={0}
      onPointerDown={begin}
      onPointerMove={move}
      onPointerUp={end}
      onPointerCancel={end}
      onKeyDown={step}
    />
  );
}
