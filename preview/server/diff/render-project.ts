import type { Side } from "../../../src/diff/states/state.ts";
import { startHeadless } from "../export/headless-preview.ts";
import { type RenderProjectOptions, renderProjectBy } from "./render-project-by.ts";

export type { RenderProjectOptions } from "./render-project-by.ts";

/**
 * Renders every variant of the emails of a project, in each locale, to be compared with what the
 * same project renders elsewhere: the path of its root is not in it.
 *
 * @throws {Error} when the project's config does not load
 */
export async function renderProject(options: RenderProjectOptions = {}): Promise<Side> {
  return renderProjectBy(startHeadless, options);
}
