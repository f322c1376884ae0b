import {
  createContext,
  type ReactNode,
  useContext,
  useEffect,
  useMemo,
  useRef,
  useState,
} from "react";
import { Link } from "../link.tsx";
import type { Route } from "../route.ts";
import { Button, IconButton } from "./button.tsx";
import { CircleAlert, CircleCheck, X } from "./icons.ts";
import "./notices.css";

/** A few words at the foot of the page. */
export interface Notice {
  readonly tone: "done" | "failed";
  readonly text: string;
  /** Where one may go from here; takes the focus, so that Enter goes there. */
  readonly open?: NoticeTarget | undefined;
  /** What one may do about it. */
  readonly act?: { readonly label: string; readonly run: () => void } | undefined;
}

/** A place in this app, or an address elsewhere, which opens in a tab of its own. */
export type NoticeTarget =
  | { readonly label: string; readonly route: Route }
  | { readonly label: string; readonly href: string };

interface Notices {
  /**
   * Shows a notice, and says it to a screen reader.
   *
   * @returns what takes it away once it is no longer true
   */
  notify(notice: Notice): () => void;
  /** Only says it. */
  announce(text: string): void;
}

const NoticesContext = createContext<Notices | null>(null);

/** How long a notice of success stays, ms. One of failure stays until it is closed. */
const staysMs = 6000;

/** Shows one notice at a time; a new one takes the place of the old. */
export function NoticesProvider({ children }: { readonly children: ReactNode }) {
  const [notice, setNotice] = useState<Notice | null>(null);
  const [said, setSaid] = useState("");
  const notices = useMemo<Notices>(
    () => ({
      notify(next) {
        setNotice(next);
        setSaid(next.text);
        // Another may stand there by then.
        return () => setNotice((shown) => (shown === next ? null : shown));
      },
      announce: setSaid,
    }),
    [],
  );
  return (
    <NoticesContext value={notices}>
      {children}
      <div className="visually-hidden" role="status" aria-live="polite">
        {said}
      </div>
      {notice && <NoticeCard key={notice.text} notice={notice} onClose={() => setNotice(null)} />}
    </NoticesContext>
  );
}

/** The page's voice. */
export function useNotices(): Notices {
  const notices = useContext(NoticesContext);
  if (!notices) throw new Error("Cannot use notices: there is no NoticesProvider above");
  return notices;
}

function NoticeCard({
  notice,
  onClose,
}: {
  readonly notice: Notice;
  readonly onClose: () => void;
}) {
  const close = useRef(onClose);
  close.current = onClose;
  const card = useRef<HTMLElement>(null);

  useEffect(() => {
    const before = document.activeElement;
    card.current?.querySelector("a")?.focus();
    const held = card.current;
    return () => {
      if (held?.contains(document.activeElement) && before instanceof HTMLElement) before.focus();
    };
  }, []);
  useEffect(() => {
    if (notice.tone === "failed") return;
    const timer = setTimeout(() => close.current(), staysMs);
    return () => clearTimeout(timer);
  }, [notice]);

  return (
    <section
      ref={card}
      className="notice"
      data-tone={notice.tone}
      aria-label="Notice"
      onKeyDown={(event) => event.key === "Escape" && onClose()}
    >
      {notice.tone === "done" ? <CircleCheck size={16} /> : <CircleAlert size={16} />}
      <p>{notice.text}</p>
      {notice.act && (
        <Button
          kind="quiet"
          onClick={() => {
            onClose();
            notice.act?.run();
          }}
        >
          {notice.act.label}
        </Button>
      )}
      {notice.open && <OpenLink target={notice.open} onOpen={onClose} />}
      <IconButton name="Close" onClick={onClose}>
        <X size={16} />
      </IconButton>
    </section>
  );
}

function OpenLink({
  target,
  onOpen,
}: {
  readonly target: NoticeTarget;
  readonly onOpen: () => void;
}) {
  const inside = (
    <>
      {target.label} <span className="kbd">↵</span>
    </>
  );
  if ("route" in target) {
    return (
      <Link className="notice-open" route={target.route} onClick={onOpen}>
        {inside}
      </Link>
    );
  }
  return (
    <a className="notice-open" href={target.href} target="_blank" rel="noreferrer" onClick={onOpen}>
      {inside}
    </a>
  );
}
