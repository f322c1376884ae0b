import { staticFileOf } from "../../protocol/static-file.ts";
import { encodePath } from "../route.ts";
import type { Site } from "./site.ts";

/**
 * Where an exported preview has what the live server answers.
 *
 * @returns `undefined` for what only the live one does
 */
export function staticUrl(url: string, method: string, { basePath }: Site): string | undefined {
  const file = method === "GET" ? staticFileOf(url) : undefined;
  return file === undefined ? undefined : `${basePath}${encodePath(file)}`;
}
