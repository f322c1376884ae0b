import { relative } from "node:path";
import { normalizePath } from "vite";
import type { ProjectSource } from "./project-sources.ts";

/** So many places are named; the rest is counted. */
const mostNamed = 5;

/**
 * Where else an email's id is written, in quotes: of a queue's messages, in the config. It may be
 * another's name, so it is told and not changed.
 *
 * @param own the email's own file
 * @returns sentences without their ends
 */
export function findMentions(
  id: string,
  sources: readonly ProjectSource[],
  own: string,
  root: string,
): readonly string[] {
  const quoted = ['"', "'", "`"].map((quote) => quote + id + quote);
  const places = sources
    .filter(({ path }) => path !== own)
    .flatMap((source) => {
      const at = quoted.map((text) => source.code.indexOf(text)).find((one) => one >= 0);
      return at === undefined ? [] : [describePlace(source, at, root)];
    });
  if (places.length === 0) return [];
  const named = places.slice(0, mostNamed).join(", ");
  const more = places.length - mostNamed;
  const rest = more > 0 ? ` and ${more} more files` : "";
  return [`“${id}” is also written in ${named}${rest}; that stays as it is`];
}

/** `src/jobs.ts:12` */
export function describePlace({ path, code }: ProjectSource, at: number, root: string): string {
  return `${normalizePath(relative(root, path))}:${code.slice(0, at).split("\n").length}`;
}
