import { maxMessageBytes } from "../../message/limits.ts";
import type { AttachmentInput } from "../../message/message.ts";
import { base64Length } from "../../message/size.ts";
import type { HtmlDocument } from "../html/token.ts";
import type { RenderOptions } from "../render-options.ts";
import type { Warn } from "../warning.ts";
import { rewriteImageUrls } from "./image-urls.ts";
import { readStaticImage, staticPrefix } from "./read-static-image.ts";

/**
 * Makes images that stand on the mail's own site reachable: as inline attachments of the static
 * folder, or at an absolute address. Nothing is fetched.
 *
 * @returns the attachments, each image once
 */
export async function placeImages(
  document: HtmlDocument,
  options: Pick<RenderOptions, "images" | "staticDir" | "baseUrl">,
  warn: Warn,
): Promise<AttachmentInput[]> {
  const { images, staticDir, baseUrl } = options;
  const attached =
    images === "cid" && staticDir !== undefined
      ? await attachImages(document, staticDir, warn)
      : new Map<string, never>();
  const base = baseUrl === undefined ? undefined : String(baseUrl).replace(/\/+$/, "");
  if (attached.size > 0 || base !== undefined) {
    rewriteImageUrls(document, (url) => {
      const attachment = attached.get(url);
      if (attachment) return `cid:${attachment.contentId}`;
      return base !== undefined && /^\/(?!\/)/.test(url) ? base + url : undefined;
    });
  }
  const byId = new Map([...attached.values()].map((each) => [each.contentId, each]));
  return [...byId.values()];
}

async function attachImages(
  document: HtmlDocument,
  staticDir: string,
  warn: Warn,
): Promise<Map<string, AttachmentInput & { readonly contentId: string }>> {
  const urls = new Set<string>();
  rewriteImageUrls(document, (url) => {
    if (url.startsWith(staticPrefix)) urls.add(url);
    return undefined;
  });
  const attached = new Map<string, AttachmentInput & { readonly contentId: string }>();
  const ids = new Set<string>();
  let roomBytes = maxMessageBytes;
  for (const url of urls) {
    try {
      const image = await readStaticImage(staticDir, url, roomBytes);
      if (!ids.has(image.contentId)) roomBytes -= base64Length(image.content.length);
      ids.add(image.contentId);
      attached.set(url, image);
    } catch (error) {
      warn({ code: "image-not-inlined", message: `${url} is not attached: ${reasonOf(error)}` });
    }
  }
  return attached;
}

/** Without the path that the system names: a message must not tell where the app is installed. */
function reasonOf(error: unknown): string {
  const code = error instanceof Error && "code" in error ? String(error.code) : undefined;
  if (code === "ENOENT") return "the static folder has no such file";
  return code ?? (error instanceof Error ? error.message : String(error));
}
