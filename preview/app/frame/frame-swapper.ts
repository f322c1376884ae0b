import type { EmailTheme } from "../route.ts";
import { buildFrameDocument, frameSandbox } from "./frame-document.ts";
import { whenReadable } from "./frame-ready.ts";
import { applyFrameTheme, onFrameThemeChange, schemeOf } from "./frame-theme.ts";

/** What a frame is to show. */
export interface FrameContent {
  /** Names this very content; the same token twice loads once. */
  readonly token: string;
  /** Contents with the same key are states of one thing: the scroll is kept between them. */
  readonly scrollKey: string;
  /** Accessible name of the frame. */
  readonly title: string;
  readonly html: string;
}

/** Puts contents into frames, one after the other, so that one is always to be seen. */
export interface FrameSwapper {
  show(content: FrameContent): void;
  setTheme(theme: EmailTheme): void;
  close(): void;
}

interface Loaded {
  readonly frame: HTMLIFrameElement;
  readonly content: FrameContent;
}

/**
 * Makes a swapper: each content loads in a new frame behind the one that shows, takes over its
 * scroll, and then its place, in one step. While one loads, only the newest waits.
 */
export function createFrameSwapper(
  host: HTMLElement,
  theme: EmailTheme,
  onShown: (content: FrameContent, frame: HTMLIFrameElement, isUpdate: boolean) => void,
): FrameSwapper {
  let shown: Loaded | null = null;
  let loading: (Loaded & { readonly abort: AbortController }) | null = null;
  let queued: FrameContent | null = null;
  let currentTheme = theme;

  function show(content: FrameContent): void {
    const last = queued ?? loading?.content ?? shown?.content;
    if (last?.token === content.token) return;
    if (!loading && shown && isSamePage(shown.content, content)) {
      shown = { frame: shown.frame, content };
      onShown(content, shown.frame, true);
      return;
    }
    if (loading?.content.scrollKey === content.scrollKey) {
      queued = content;
      return;
    }
    drop();
    void load(content);
  }

  function drop(): void {
    loading?.abort.abort();
    loading?.frame.remove();
    loading = null;
    queued = null;
  }

  async function load(content: FrameContent): Promise<void> {
    const abort = new AbortController();
    const frame = makeFrame(content, currentTheme);
    loading = { frame, content, abort };
    host.append(frame);
    await whenReadable(frame, content.token, abort.signal);
    if (!abort.signal.aborted) await applyFrameTheme(frame, currentTheme);
    if (abort.signal.aborted) return;
    loading = null;
    swap({ frame, content });
    const next = queued;
    queued = null;
    if (next) void load(next);
  }

  function swap(next: Loaded): void {
    const old = shown;
    shown = next;
    const isUpdate = old?.content.scrollKey === next.content.scrollKey;
    if (old && isUpdate) keepScroll(old.frame, next.frame);
    const hadFocus = old !== null && document.activeElement === old.frame;
    next.frame.removeAttribute("aria-hidden");
    next.frame.tabIndex = 0;
    next.frame.dataset.frame = "shown";
    old?.frame.remove();
    onFrameThemeChange(next.frame, () => void applyFrameTheme(next.frame, currentTheme));
    if (hadFocus) next.frame.focus({ preventScroll: true });
    onShown(next.content, next.frame, isUpdate);
  }

  return {
    show,
    setTheme(theme) {
      currentTheme = theme;
      if (shown) void applyFrameTheme(shown.frame, theme);
    },
    close() {
      drop();
      shown?.frame.remove();
      shown = null;
    },
  };
}

/** The same email came out the same: there is nothing to load. */
function isSamePage(before: FrameContent, after: FrameContent): boolean {
  return (
    before.html === after.html &&
    before.scrollKey === after.scrollKey &&
    before.title === after.title
  );
}

function makeFrame(content: FrameContent, theme: EmailTheme): HTMLIFrameElement {
  const frame = document.createElement("iframe");
  frame.title = content.title;
  frame.setAttribute("sandbox", frameSandbox);
  frame.setAttribute("referrerpolicy", "no-referrer");
  frame.setAttribute("aria-hidden", "true");
  frame.tabIndex = -1;
  frame.dataset.frame = "loading";
  frame.style.colorScheme = schemeOf(theme);
  frame.srcdoc = buildFrameDocument(content.html, content.token);
  return frame;
}

function keepScroll(from: HTMLIFrameElement, to: HTMLIFrameElement): void {
  const { scrollX: left = 0, scrollY: top = 0 } = from.contentWindow ?? {};
  const scroll = () => to.contentWindow?.scrollTo({ left, top, behavior: "instant" });
  scroll();
  // Pictures that come late may make room for the rest of the way.
  const reached = to.contentWindow?.scrollY ?? 0;
  if (reached >= top) return;
  to.addEventListener("load", () => to.contentWindow?.scrollY === reached && scroll(), {
    once: true,
  });
}
