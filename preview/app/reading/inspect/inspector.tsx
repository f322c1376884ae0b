import { type RefObject, useEffect, useMemo, useRef, useState } from "react";
import type { EmailView } from "../../../protocol/index.ts";
import { bodyOf, isInDocument, scrollTo } from "../../frame/email-dom.ts";
import { useHandlers } from "../../keys/actions.tsx";
import { type EmailRoute, emailQuery } from "../../route.ts";
import { useNotices } from "../../ui/notices.tsx";
import { boxOf } from "./element-box.ts";
import { Outline } from "./outline.tsx";
import { PlacePanel } from "./place-panel.tsx";
import { chainOf, describePlace, findTwin, placeOf, tagOf } from "./places.ts";
import { stepFrom } from "./step.ts";
import { useLocated } from "./use-located.ts";
import { watchFrames } from "./watch-frames.ts";
import "./inspect.css";

/**
 * Finds the line that made an element: what the pointer or an arrow key is on is outlined and named,
 * a click or Enter keeps it and shows its source.
 */
export function Inspector({
  route,
  view,
  stage,
  onEnd,
}: {
  readonly route: EmailRoute;
  readonly view: EmailView;
  /** Holds the frames. */
  readonly stage: RefObject<HTMLElement | null>;
  readonly onEnd: () => void;
}) {
  // The folder that ids are paths in: it need not lie in the project.
  const folder = view.file.slice(0, Math.max(0, view.file.lastIndexOf(view.id) - 1));
  const query = { ...emailQuery(route), variant: view.variant };
  const { located, problem } = useLocated(query, view.revision);
  const [pointed, setPointed] = useState<Element | null>(null);
  const [chosen, setChosen] = useState<Element | null>(null);
  const [, setMoves] = useState(0);
  const { announce } = useNotices();

  const chainAt = useMemo(() => {
    const known = new WeakMap<Element, ReturnType<typeof chainOf>>();
    return (element: Element) => {
      if (!located) return [];
      let chain = known.get(element);
      if (!chain) {
        const index = placeOf(findTwin(element, located.body));
        chain = index === null ? [] : chainOf(located.places, index);
        known.set(element, chain);
      }
      return chain;
    };
  }, [located]);

  function choose(element: Element): void {
    setChosen(element);
    setPointed(element);
    const [place] = chainAt(element);
    if (place) announce(`${tagOf(place)} in ${describePlace(place, folder)}`);
  }

  function press(event: KeyboardEvent): void {
    if (event.metaKey || event.ctrlKey || event.altKey || isElsewhere(event)) return;
    const from = pointed && isInDocument(pointed) ? pointed : firstBody(stage.current);
    if (!from) return;
    if (event.key === "Enter" && pointed) choose(pointed);
    else if (event.key.startsWith("Arrow")) {
      const to = pointed && isInDocument(pointed) ? stepFrom(from, event.key) : from;
      if (to) {
        scrollTo(to, { block: "nearest" });
        setPointed(to);
      }
    } else return;
    event.preventDefault();
    event.stopPropagation();
  }

  const watcher = useRef({ onPoint: setPointed, onChoose: choose, onKey: press });
  watcher.current = { onPoint: setPointed, onChoose: choose, onKey: press };
  useEffect(() => {
    if (!stage.current) return;
    const stop = watchFrames(stage.current, {
      onPoint: (element) => watcher.current.onPoint(element),
      onChoose: (element) => watcher.current.onChoose(element),
      onKey: (event) => watcher.current.onKey(event),
      onMove: () => setMoves((moves) => moves + 1),
    });
    const key = (event: KeyboardEvent) => watcher.current.onKey(event);
    addEventListener("keydown", key, { capture: true });
    return () => {
      stop();
      removeEventListener("keydown", key, { capture: true });
    };
  }, [stage]);
  useHandlers({ back: () => (chosen ? setChosen(null) : onEnd()) });

  const chosenBox = chosen && boxOf(chosen);
  const pointedBox = pointed && pointed !== chosen ? boxOf(pointed) : null;
  const chain = chosen && isInDocument(chosen) ? chainAt(chosen) : [];
  return (
    <>
      {chosenBox && <Outline box={chosenBox} chain={chainAt(chosen)} folder={folder} isChosen />}
      {pointed && pointedBox && (
        <Outline box={pointedBox} chain={chainAt(pointed)} folder={folder} />
      )}
      {chain.length > 0 && located ? (
        <PlacePanel
          chain={chain}
          files={located.files}
          folder={folder}
          onClose={() => setChosen(null)}
        />
      ) : (
        <p className="inspect-hint" role="status">
          {problem ?? (located?.places.length === 0 ? noPlaces : hint)}
        </p>
      )}
    </>
  );
}

const noPlaces = "No element of this email tells its line: it is not written as JSX.";

const hint = "Point at an element to see the line that made it; click keeps it. Esc ends.";

/** What has a use for arrow keys of its own. */
const walked = "input, textarea, select, hr, dialog, [role=tree], [role=tablist], [role=menu]";

/** Whether a key belongs to a control of the page, as to the tree or to the panel's own buttons. */
function isElsewhere({ target, key }: KeyboardEvent): boolean {
  // An element of a frame is of another realm.
  if (!(target instanceof Element)) return false;
  const element = target;
  if (element.closest(walked)) return true;
  return key === "Enter" && element.closest("button, a") !== null;
}

function firstBody(stage: HTMLElement | null): Element | null {
  const frame = stage?.querySelector<HTMLIFrameElement>("iframe[data-frame='shown']");
  return frame?.contentDocument ? bodyOf(frame.contentDocument) : null;
}
