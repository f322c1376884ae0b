import type { EmailTheme } from "../route.ts";
import { applyDirection } from "./apply-direction.ts";
import { buildFrameDocument, frameSandbox } from "./frame-document.ts";
import { whenReadable } from "./frame-ready.ts";
import { applyFrameTheme, onFrameThemeChange, schemeOf } from "./frame-theme.ts";

/** What a frame is to show. */
export interface FrameContent {
  /** Names this very content; the same token twice loads once. */
  readonly token: string;
  /** What was done to the HTML for show, where something was: it makes another content of it. */
  readonly dress?: string;
  /** Contents with the same key are states of one thing: the scroll is kept between them. */
  readonly scrollKey: string;
  /** Accessible name of the frame. */
  readonly title: string;
  readonly html: string;
  /** Where its own pictures lie, when it is to load nothing else. */
  readonly pictures?: string | null;
}

/** How a frame shows its content, without loading it anew. */
export interface FrameGuise {
  readonly theme: EmailTheme;
  /** Turned right-to-left, whatever the email says. */
  readonly rtl: boolean;
}

/** Puts contents into frames, one after the other, so that one is always to be seen. */
export interface FrameSwapper {
  show(content: FrameContent): void;
  setGuise(guise: FrameGuise): void;
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
  firstGuise: FrameGuise,
  onShown: (content: FrameContent, frame: HTMLIFrameElement, isUpdate: boolean) => void,
): FrameSwapper {
  let shown: Loaded | null = null;
  let loading: (Loaded & { readonly abort: AbortController }) | null = null;
  let queued: FrameContent | null = null;
  let guise = firstGuise;

  function show(content: FrameContent): void {
    const last = queued ?? loading?.content ?? shown?.content;
    if (last && nameOf(last) === nameOf(content) && last.html === content.html) return;
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
    const frame = makeFrame(content, guise.theme);
    loading = { frame, content, abort };
    host.append(frame);
    await whenReadable(frame, nameOf(content), abort.signal);
    URL.revokeObjectURL(frame.src);
    if (!abort.signal.aborted) await applyGuise(frame, guise);
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
    onFrameThemeChange(next.frame, () => void applyGuise(next.frame, guise));
    if (hadFocus) next.frame.focus({ preventScroll: true });
    // While one types a prop, each key brings a new content of the same token: that is no news.
    onShown(next.content, next.frame, isUpdate && old?.content.token !== next.content.token);
  }

  return {
    show,
    setGuise(next) {
      guise = next;
      if (shown) void applyGuise(shown.frame, guise);
    },
    close() {
      drop();
      shown?.frame.remove();
      shown = null;
    },
  };
}

/** Names a content with all that was done to it. */
function nameOf({ token, dress }: FrameContent): string {
  return dress ? `${token}#${dress}` : token;
}

async function applyGuise(frame: HTMLIFrameElement, { theme, rtl }: FrameGuise): Promise<void> {
  if (frame.contentDocument) applyDirection(frame.contentDocument, rtl);
  await applyFrameTheme(frame, theme);
}

/** The same email came out the same: there is nothing to load. */
function isSamePage(before: FrameContent, after: FrameContent): boolean {
  return (
    before.html === after.html &&
    before.scrollKey === after.scrollKey &&
    before.pictures === after.pictures &&
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
  // What the CSS of a `srcdoc` asks for carries this page's address as its `Referer` in Chromium,
  // whatever its policy says. A document at such an address has none to tell.
  const { pictures } = content;
  const html = buildFrameDocument(content.html, nameOf(content), {
    pictures,
    base: document.baseURI,
  });
  frame.src = URL.createObjectURL(new Blob([html], { type: "text/html;charset=utf-8" }));
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
