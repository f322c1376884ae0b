import type { MessageAttachment } from "../../../protocol/index.ts";

/** Types that every browser shows. */
const types = /^image\/(png|jpe?g|gif|webp|avif|bmp|svg\+xml|x-icon|vnd\.microsoft\.icon)$/i;
/** Larger ones are a download only, octets. */
const largestBytes = 20 * 1024 * 1024;

/** Whether a file says that it is a picture which can be shown. */
export function isPicture({ contentType, sizeBytes }: MessageAttachment): boolean {
  return types.test(contentType) && sizeBytes > 0 && sizeBytes <= largestBytes;
}
