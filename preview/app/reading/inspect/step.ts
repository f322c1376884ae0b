import { localNameOf, neighbourOf, parentOf } from "../../frame/email-dom.ts";

/** Where an arrow key leads from an element: into it, out of it, or to the one beside it. */
export function stepFrom(element: Element, key: string): Element | null {
  const isBody = localNameOf(element) === "body";
  switch (key) {
    case "ArrowUp":
      return isBody ? null : parentOf(element);
    case "ArrowDown":
      return neighbourOf(element, "firstElementChild");
    case "ArrowRight":
      return isBody ? null : neighbourOf(element, "nextElementSibling");
    case "ArrowLeft":
      return isBody ? null : neighbourOf(element, "previousElementSibling");
    default:
      return null;
  }
}
