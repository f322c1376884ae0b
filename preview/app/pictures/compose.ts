/** A picture at a place of a larger one, px. */
export interface Placed {
  readonly image: ImageBitmap;
  readonly x: number;
  readonly y: number;
}

/** Words at a place of a larger picture, px. */
export interface PlacedWords {
  readonly text: string;
  readonly x: number;
  readonly y: number;
  readonly isHeading?: boolean;
}

/** The colours of a picture that holds others, as the page has them. */
function colours() {
  const style = getComputedStyle(document.documentElement);
  const read = (name: string) => style.getPropertyValue(name).trim();
  return { ground: read("--ground-table"), text: read("--text"), soft: read("--text-soft") };
}

/** Lays pictures and words on one. @returns PNG */
export async function composePicture(
  { width, height }: { readonly width: number; readonly height: number },
  pictures: readonly Placed[],
  words: readonly PlacedWords[] = [],
): Promise<Blob> {
  const canvas = Object.assign(document.createElement("canvas"), { width, height });
  const paint = canvas.getContext("2d");
  if (!paint) throw new Error("The browser draws no picture of this size");
  const { ground, text, soft } = colours();
  paint.fillStyle = ground;
  paint.fillRect(0, 0, width, height);
  for (const { image, x, y } of pictures) paint.drawImage(image, x, y);
  paint.textBaseline = "top";
  for (const { text: line, x, y, isHeading } of words) {
    paint.font = isHeading ? "600 20px sans-serif" : "13px sans-serif";
    paint.fillStyle = isHeading ? text : soft;
    paint.fillText(line, x, y);
  }
  return new Promise((resolve, reject) => {
    canvas.toBlob((blob) =>
      blob ? resolve(blob) : reject(new Error("The browser draws no picture of this size")),
    );
  });
}
