import type { Destination } from "./guard.ts";

const image = /\.(?:png|jpe?g|gif|svg|webp|avif|ico|bmp)$/i;
const font = /\.(?:woff2?|ttf|otf|eot)$/i;

/**
 * What Vite serves for an email that imports a picture or a font from a file of the project: the
 * file itself, and nothing else that Vite can be asked for (modules, `?raw`, `/@fs` of other kinds).
 */
export function assetFile(path: string, url: string): readonly Destination[] | undefined {
  const query = url.slice(path.length);
  if (query !== "" && !/^\?(?:t|v)=\w+$/.test(query)) return undefined;
  if (image.test(path)) return ["image", "empty"];
  return font.test(path) ? ["font", "empty"] : undefined;
}
