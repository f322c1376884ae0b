import type { CheckedEmail } from "./checked-email.ts";
import { attribute, type EmailElement } from "./element.ts";

/** A picture of an email. */
export interface EmailImage {
  readonly element: EmailElement;
  /** As written, without spaces around; empty when there is none. */
  readonly src: string;
  /** Width and height that are said, in px; undefined where they are not, or not in px. */
  readonly width: number | undefined;
  readonly height: number | undefined;
}

const known = new WeakMap<CheckedEmail, readonly EmailImage[]>();

/** The pictures of an email that are shown, without those of one pixel that count readers. */
export function imagesOf(email: CheckedEmail): readonly EmailImage[] {
  const ready = known.get(email);
  if (ready) return ready;
  const images = email.shown.flatMap((element) => {
    if (element.name !== "img") return [];
    const image = {
      element,
      src: attribute(element, "src")?.trim() ?? "",
      width: readLength(email, element, "width"),
      height: readLength(email, element, "height"),
    };
    return isTracker(image) ? [] : [image];
  });
  known.set(email, images);
  return images;
}

function isTracker({ width, height }: EmailImage): boolean {
  return width !== undefined && height !== undefined && width <= 1 && height <= 1;
}

function readLength(
  email: CheckedEmail,
  element: EmailElement,
  name: "width" | "height",
): number | undefined {
  const said = email.cascade.own(element).get(name) ?? attribute(element, name);
  const match = /^\s*([\d.]+)(?:px)?\s*$/.exec(said ?? "");
  return match ? Number(match[1]) : undefined;
}

/** Name of a picture's file: `mark.png`. */
export function fileNameOf(src: string): string {
  const path = src.replace(/[?#].*$/s, "");
  const name = path.slice(path.lastIndexOf("/") + 1);
  return src.startsWith("data:") ? "data:" : name.slice(0, 80);
}
