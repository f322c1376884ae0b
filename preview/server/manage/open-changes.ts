import type { DevEnvironment } from "vite";
import type { Route } from "../api/router.ts";
import { changeRoutes } from "./change-routes.ts";
import { createChangeService } from "./change-service.ts";
import { type ChangeSources, createPlanner } from "./plan-change.ts";

/**
 * The part of the API that makes, renames and deletes emails and variants.
 *
 * @param environment of the emails: it knows what an alias means
 */
export function openChanges(
  sources: Omit<ChangeSources, "resolveAlias">,
  { pluginContainer }: DevEnvironment,
): readonly Route[] {
  const plan = createPlanner({
    ...sources,
    resolveAlias: async (specifier, importer) =>
      (await pluginContainer.resolveId(specifier, importer))?.id,
  });
  return changeRoutes(createChangeService(plan, sources));
}
