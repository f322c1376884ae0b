import { useEffect, useRef, useState } from "react";
import { useActions } from "../keys/actions.tsx";
import { isMac } from "../keys/platform.ts";
import { describeKeyNow } from "../keys/shortcuts.ts";

interface Tip {
  readonly text: string;
  readonly action: string | undefined;
  readonly target: Element;
}

/** How long the pointer rests before the first tooltip, ms. The next one comes at once. */
const restMs = 450;

/** Shows `data-tip`, and the key of `data-action`, of whatever is pointed at or focused by keyboard. */
export function TooltipLayer() {
  const [tip, setTip] = useState<Tip | null>(null);
  const element = useRef<HTMLDivElement>(null);
  const { has } = useActions();

  useEffect(() => listen(setTip), []);
  useEffect(() => {
    if (!tip || !element.current) return;
    // In the top layer, so that it stands above a dialog as well.
    element.current.showPopover();
    place(element.current, tip.target);
  }, [tip]);

  if (!tip) return null;
  const key = tip.action && describeKeyNow(tip.action, has, isMac());
  return (
    <div ref={element} className="tooltip" popover="manual" aria-hidden="true">
      {tip.text}
      {key && <span className="kbd">{key}</span>}
    </div>
  );
}

function listen(show: (tip: Tip | null) => void): () => void {
  const ending = new AbortController();
  const { signal } = ending;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let shownAt = 0;

  function offer(event: Event, delayMs: number): void {
    const target = event.target instanceof Element ? event.target.closest("[data-tip]") : null;
    clearTimeout(timer);
    const text = target?.getAttribute("data-tip");
    if (!target || !text) {
      hide();
      return;
    }
    const wait = performance.now() - shownAt < 300 ? 0 : delayMs;
    const action = target.getAttribute("data-action") ?? undefined;
    timer = setTimeout(() => show({ text, action, target }), wait);
  }

  function hide(): void {
    clearTimeout(timer);
    show(null);
  }

  addEventListener(
    "pointerover",
    (event) => {
      if (event.pointerType === "mouse") offer(event, restMs);
    },
    { signal },
  );
  addEventListener(
    "pointerout",
    () => {
      shownAt = performance.now();
      hide();
    },
    { signal },
  );
  addEventListener("pointerdown", hide, { signal });
  addEventListener("keydown", hide, { signal, capture: true });
  addEventListener(
    "focusin",
    (event) => {
      if (event.target instanceof Element && event.target.matches(":focus-visible"))
        offer(event, 0);
    },
    { signal },
  );
  addEventListener("focusout", hide, { signal });
  return () => {
    clearTimeout(timer);
    ending.abort();
  };
}

/** Below the target where there is room, else above; beside it in the rail. */
function place(tooltip: HTMLElement, target: Element): void {
  const box = target.getBoundingClientRect();
  const { offsetWidth: width, offsetHeight: height } = tooltip;
  const beside = target.closest("[data-tip-side]") !== null && innerWidth > 640;
  const below = box.bottom + 6 + height < innerHeight;
  const left = beside ? box.right + 8 : box.left + box.width / 2 - width / 2;
  const top = beside
    ? box.top + box.height / 2 - height / 2
    : below
      ? box.bottom + 6
      : box.top - height - 6;
  tooltip.style.left = `${Math.max(4, Math.min(innerWidth - width - 4, left))}px`;
  tooltip.style.top = `${Math.max(4, top)}px`;
}
