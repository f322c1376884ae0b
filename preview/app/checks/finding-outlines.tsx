import { type RefObject, useEffect, useMemo, useState } from "react";
import type { EmailView, ShownFinding } from "../../protocol/index.ts";
import { useClient } from "../data/client.ts";
import { lastRenderOf } from "../data/email-views.ts";
import { useStore } from "../data/store.ts";
import { bodyOf, scrollTo } from "../frame/email-dom.ts";
import { type Box, boxOf } from "../reading/inspect/element-box.ts";
import { followFrames, shownWindows } from "../reading/inspect/follow-frames.ts";
import { findMarked, parseForMarks } from "./find-marked.ts";
import { isInSight } from "./in-sight.ts";
import "./checks.css";

/** More of one fault are not outlined. */
const mostOutlines = 100;

/** Outlines, in the frames of an email, the elements of the finding that one points at. */
export function FindingOutlines({
  view,
  stage,
}: {
  readonly view: EmailView;
  /** Holds the frames. */
  readonly stage: RefObject<HTMLElement | null>;
}) {
  const pointed = useStore(useClient().findings.pointed);
  const html = lastRenderOf(view)?.html;
  if (!pointed || html === undefined || !stage.current) return null;
  return <Outlines finding={pointed} html={html} stage={stage.current} />;
}

function Outlines({
  finding,
  html,
  stage,
}: {
  readonly finding: ShownFinding;
  readonly html: string;
  readonly stage: HTMLElement;
}) {
  const parsed = useMemo(() => parseForMarks(html), [html]);
  const [, setMoves] = useState(0);
  useEffect(() => followFrames(stage, () => setMoves((moves) => moves + 1)), [stage]);
  const elements = finding.elements.slice(0, mostOutlines);
  const found = shownWindows(stage).flatMap(({ document }) => {
    const body = bodyOf(document);
    return body ? elements.flatMap((one) => findMarked(one, parsed, body) ?? []) : [];
  });
  useEffect(() => {
    // Once for each finding that one points at, not for each move.
    const [first] = findFirst(finding, parsed, stage);
    if (first && !isInSight(first)) scrollTo(first, { block: "center", inline: "nearest" });
  }, [finding, parsed, stage]);
  const boxes = [...found.map(boxOf), ...lineBoxes(finding, stage)].filter(
    (box) => box !== null && box.width > 0 && box.height > 0,
  ) as readonly Box[];
  return boxes.map((box) => (
    <div
      key={`${box.left} ${box.top} ${box.width} ${box.height}`}
      className="finding-outline"
      data-severity={finding.severity}
      style={box}
      aria-hidden="true"
    />
  ));
}

function findFirst(
  { elements }: ShownFinding,
  parsed: readonly Element[],
  stage: HTMLElement,
): readonly Element[] {
  const [first] = elements;
  return shownWindows(stage).flatMap(({ document }) => {
    const body = bodyOf(document);
    return (first && body && findMarked(first, parsed, body)) ?? [];
  });
}

/** What is wrong with the subject or the preheader is seen in the line above the email. */
function lineBoxes({ part }: ShownFinding, stage: HTMLElement): readonly Box[] {
  if (part !== "subject" && part !== "preheader") return [];
  return [...stage.querySelectorAll(".inbox-line-row")].map((line) => line.getBoundingClientRect());
}
