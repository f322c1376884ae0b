import { listen, rootOf } from "./email-dom.ts";

/** Shortest thumb, px. */
const shortest = 24;

/**
 * Shows how far a frame is scrolled, over its edge: its own scrollbar is off, since it would take
 * some of the width that a phone gives to an email.
 */
export function followScroll(frame: HTMLIFrameElement, thumb: HTMLElement): void {
  const view = frame.contentWindow;
  const root = frame.contentDocument && rootOf(frame.contentDocument);
  thumb.style.height = "0px";
  if (!view || !root) return;
  const draw = () => {
    const visible = frame.clientHeight;
    const whole = root.scrollHeight;
    if (whole <= visible + 1) {
      thumb.style.height = "0px";
      return;
    }
    const height = Math.max(shortest, (visible * visible) / whole);
    const top = (view.scrollY / (whole - visible)) * (visible - height);
    thumb.style.height = `${height}px`;
    thumb.style.transform = `translateY(${top}px)`;
  };
  listen(view, "scroll", draw, { passive: true });
  const observer = new ResizeObserver(draw);
  observer.observe(root);
  observer.observe(frame);
  draw();
}
