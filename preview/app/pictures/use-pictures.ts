import { useEffect, useState } from "react";
import type { Answer } from "../data/ask.ts";
import type { EmailRoute } from "../route.ts";
import type { Pixels } from "./what-moved.ts";

/** A picture that was taken. */
export interface Picture extends Pixels {
  /** To show it by; holds until the picture is let go. */
  readonly src: string;
}

/** The pictures of two states, or why there are none. */
export interface TwoPictures {
  readonly before: Picture | null;
  readonly after: Picture | null;
  readonly problem: string | null;
}

const none: TwoPictures = { before: null, after: null, problem: null };

/**
 * Takes pictures of two states of an email under the look of a route. What was there before stays
 * until the new ones are there.
 *
 * @param before HTML; null: not there yet
 */
export function usePictures(
  before: string | null,
  after: string,
  width: number,
  { theme, client, images, rtl }: Pick<EmailRoute, "theme" | "client" | "images" | "rtl">,
): TwoPictures {
  const [pictures, setPictures] = useState(none);
  useEffect(() => {
    if (before === null) return;
    let isWanted = true;
    const framing = { width, theme, look: { client, images, rtl } };
    void (async () => {
      const { takeState } = await import("./frame-picture.ts");
      const answers: Answer<Blob>[] = [];
      for (const html of [before, after]) {
        if (!isWanted) return;
        answers.push(await takeState(html, framing));
      }
      const failed = answers.find((answer) => !answer.ok);
      const next =
        failed?.ok === false ? { ...none, problem: failed.problem.message } : await read(answers);
      if (isWanted) setPictures(next);
    })();
    return () => {
      isWanted = false;
    };
  }, [before, after, width, theme, client, images, rtl]);
  useEffect(() => () => letGo(pictures), [pictures]);
  return pictures;
}

async function read(answers: readonly Answer<Blob>[]): Promise<TwoPictures> {
  const [before = null, after = null] = await Promise.all(
    answers.map((answer) => (answer.ok ? toPicture(answer.value) : null)),
  );
  return { before, after, problem: null };
}

async function toPicture(blob: Blob): Promise<Picture> {
  const image = await createImageBitmap(blob);
  const { width, height } = image;
  const canvas = Object.assign(document.createElement("canvas"), { width, height });
  const paint = canvas.getContext("2d", { willReadFrequently: true });
  paint?.drawImage(image, 0, 0);
  const data = paint?.getImageData(0, 0, width, height).data.buffer ?? new ArrayBuffer(0);
  return { width, height, data: new Uint32Array(data), src: URL.createObjectURL(blob) };
}

function letGo({ before, after }: TwoPictures): void {
  for (const picture of [before, after]) if (picture) URL.revokeObjectURL(picture.src);
}
