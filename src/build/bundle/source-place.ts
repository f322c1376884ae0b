import { SourceMap, type SourceMapPayload } from "node:module";
import type { Vite } from "../load-vite.ts";
import { reactJsx } from "../loading/react-jsx.ts";

/** A place in a text; both count from 1. */
export interface Place {
  readonly line: number;
  readonly column: number;
}

/**
 * Finds the place in a source that a place in what was compiled of it stands for: of most faults
 * the bundler tells where they are in the compiled module.
 */
export async function sourcePlace(
  vite: Vite,
  file: string,
  source: string,
  place: Place,
): Promise<Place> {
  if (!/\.[cm]?tsx?$|\.jsx$/.test(file)) return place;
  try {
    const { map } = await vite.transformWithOxc(source, file, { sourcemap: true, jsx: reactJsx });
    const { line, column } = place;
    const found = new SourceMap(map as SourceMapPayload).findEntry(line - 1, column - 1);
    if (!("originalLine" in found)) return place;
    return { line: found.originalLine + 1, column: found.originalColumn + 1 };
  } catch {
    return place;
  }
}
