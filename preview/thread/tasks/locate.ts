import { type LocatedElements, locateElements } from "../locate/locate-elements.ts";
import type { TaskContext } from "./task.ts";

/** Renders an email once more, its elements marked with the places that they come from. */
export function locate(context: TaskContext): Promise<LocatedElements> {
  return locateElements(context);
}
