/** Where an arrow key leads from an element: into it, out of it, or to the one beside it. */
export function stepFrom(element: Element, key: string): Element | null {
  switch (key) {
    case "ArrowUp":
      return element.localName === "body" ? null : element.parentElement;
    case "ArrowDown":
      return element.firstElementChild;
    case "ArrowRight":
      return element.localName === "body" ? null : element.nextElementSibling;
    case "ArrowLeft":
      return element.localName === "body" ? null : element.previousElementSibling;
    default:
      return null;
  }
}
