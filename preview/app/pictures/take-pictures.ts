import type { EmailView, RenderSuccess } from "../../protocol/index.ts";
import type { Answer } from "../data/ask.ts";
import { fetchEmailView } from "../data/email-endpoints.ts";
import { type EmailRoute, type EmailTheme, emailQuery } from "../route.ts";
import { sheetColumns, sheetFrameHeight } from "../variant-sheet/sheet-columns.ts";
import { composePicture, type Placed, type PlacedWords } from "./compose.ts";
import { takeFrame, takeState } from "./frame-picture.ts";
import { zipFiles } from "./zip-files.ts";

/** What is between pictures on one, px. */
const gap = 24;
/** Height of a line of words on a picture of several, px. */
const line = 36;

/** Width that a desktop is taken at where no frame shows, px. */
export const desktopPictureWidth = 800;

/** The frames that show, side by side where there are two; true to their widths, and whole. */
export async function takeShown(stage: ParentNode): Promise<Answer<Blob>> {
  const frames = [...stage.querySelectorAll<HTMLIFrameElement>("iframe[data-frame=shown]")];
  const scale = Math.min(3, Math.max(1, devicePixelRatio));
  const blobs: Blob[] = [];
  for (const frame of frames) {
    const answer = await takeFrame(frame, (frame.dataset.theme ?? "light") as EmailTheme, {
      scale,
    });
    if (!answer.ok) return answer;
    blobs.push(answer.value);
  }
  const [only] = blobs;
  if (!only) return refused("No email shows");
  if (blobs.length === 1) return { ok: true, value: only };
  const images = await Promise.all(blobs.map((blob) => createImageBitmap(blob)));
  let x = gap;
  const placed = images.map((image) => {
    const at = { image, x, y: gap };
    x += image.width + gap;
    return at;
  });
  const height = Math.max(...images.map((image) => image.height)) + 2 * gap;
  return { ok: true, value: await composePicture({ width: x, height }, placed) };
}

/** Every variant as it is in the file, each a PNG, in one archive. */
export async function takeVariants(route: EmailRoute, view: EmailView): Promise<Answer<Blob>> {
  const width = typeof route.width === "number" ? route.width : desktopPictureWidth;
  const files: { name: string; bytes: Uint8Array }[] = [];
  for (const { slug } of view.variants) {
    const render = await renderOf(route, slug);
    if (typeof render === "string") return refused(render);
    const answer = await takeState(render.html, { width, theme: route.theme, look: route });
    if (!answer.ok) return answer;
    files.push({
      name: `${slug}.png`,
      bytes: new Uint8Array(await answer.value.arrayBuffer()),
    });
  }
  return { ok: true, value: zipFiles(files) };
}

/** Every variant, light and dark, on a phone and on a desktop, on one picture. */
export async function takeSheet(route: EmailRoute, view: EmailView): Promise<Answer<Blob>> {
  const columns = sheetColumns(route);
  const placed: Placed[] = [];
  const words: PlacedWords[] = [];
  const lefts = columns.map((_, at) =>
    columns.slice(0, at).reduce((sum, { frameWidth }) => sum + frameWidth + gap, gap),
  );
  let y = gap;
  for (const { slug, name } of view.variants) {
    words.push({ text: name, x: gap, y, isHeading: true });
    y += line;
    const render = await renderOf(route, slug);
    for (const [at, { name: column, frameWidth, theme }] of columns.entries()) {
      const x = lefts[at] ?? gap;
      words.push({ text: typeof render === "string" ? render : column, x, y });
      if (typeof render === "string") break;
      const answer = await takeState(render.html, {
        ...{ width: frameWidth, theme, look: route, height: sheetFrameHeight },
      });
      if (!answer.ok) return answer;
      placed.push({ image: await createImageBitmap(answer.value), x, y: y + gap });
    }
    y += gap + (typeof render === "string" ? 0 : sheetFrameHeight) + line;
  }
  const width = columns.reduce((sum, { frameWidth }) => sum + frameWidth + gap, gap);
  return { ok: true, value: await composePicture({ width, height: y }, placed, words) };
}

/** @returns why there is none */
async function renderOf(route: EmailRoute, variant: string): Promise<RenderSuccess | string> {
  const answer = await fetchEmailView({ ...emailQuery(route), variant, props: null });
  if (!answer.ok) return answer.problem.message;
  const { result } = answer.value;
  return result.status === "rendered" ? result : `“${variant}” does not ${result.phase}`;
}

function refused(message: string): Answer<never> {
  return { ok: false, problem: { kind: "refused", message } };
}
