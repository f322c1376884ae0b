import type { Answer } from "../data/ask.ts";
import { postPicture } from "../data/picture-endpoint.ts";
import { writeFrameDocument } from "../frame/frame-document.ts";
import { createFrameSwapper, type FrameContent } from "../frame/frame-swapper.ts";
import { schemeOf } from "../frame/frame-theme.ts";
import type { EmailTheme, FrameLook } from "../route.ts";

/** What a state of an email is taken as. */
export interface Framing {
  /** CSS pixels. */
  readonly width: number;
  readonly theme: EmailTheme;
  readonly look: Pick<FrameLook, "client" | "images" | "rtl">;
  /** Most of the height, CSS pixels. @default all of it */
  readonly height?: number | undefined;
  /** Pixels for each CSS pixel. @default 1 */
  readonly scale?: number | undefined;
}

/** A picture of what a frame of the page shows now. */
export function takeFrame(
  frame: HTMLIFrameElement,
  theme: EmailTheme,
  options: { readonly height?: number; readonly scale?: number } = {},
): Promise<Answer<Blob>> {
  const document = frame.contentDocument;
  const html = document ? writeFrameDocument(document) : "";
  return postPicture({ html, width: frame.clientWidth, theme: schemeOf(theme), ...options });
}

/** A picture of HTML as a frame would show it: dressed for a client, repainted, turned. */
export async function takeState(html: string, framing: Framing): Promise<Answer<Blob>> {
  const { width, theme, look, height, scale } = framing;
  const host = document.createElement("div");
  host.setAttribute("aria-hidden", "true");
  host.inert = true;
  Object.assign(host.style, {
    ...{ position: "fixed", left: "-20000px", top: "0", width: `${width}px`, height: "800px" },
  });
  document.body.append(host);
  try {
    const content = { token: crypto.randomUUID(), scrollKey: "", title: "", html };
    const frame = await show(
      host,
      { ...content, html: await dressed(html, look) },
      theme,
      look.rtl,
    );
    frame.style.width = `${width}px`;
    return await takeFrame(frame, theme, {
      ...(height !== undefined && { height }),
      ...(scale !== undefined && { scale }),
    });
  } finally {
    host.remove();
  }
}

async function dressed(html: string, { client, images }: Framing["look"]): Promise<string> {
  if (client === null && images) return html;
  const { dress } = await import("../frame/clients/load-dress.ts");
  return dress(html, { client, images }).html;
}

function show(
  host: HTMLElement,
  content: FrameContent,
  theme: EmailTheme,
  rtl: boolean,
): Promise<HTMLIFrameElement> {
  return new Promise((resolve) => {
    createFrameSwapper(host, { theme, rtl }, (_, frame) => resolve(frame)).show(content);
  });
}
