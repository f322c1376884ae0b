import type { Route } from "../api/router.ts";
import { findCacheFolder, hideFromGit } from "../inbox/inbox-folder.ts";
import type { RenderService } from "../views/render-service.ts";
import { openHistoryFolder } from "./history-folder.ts";
import { historyRoutes } from "./history-routes.ts";
import {
  createHistoryService,
  type HistoryService,
  type HistorySources,
} from "./history-service.ts";

/** The history of a project's emails, as the preview keeps it. */
export interface OpenHistory extends Pick<HistoryService, "saved" | "close"> {
  readonly routes: readonly Route[];
  /** The same service; what it shows is where a history begins. */
  watch(renders: RenderService): RenderService;
}

/** Opens the history below the project's cache folder. @param onChange told when an email's grew */
export function openHistory(
  sources: Pick<HistorySources, "root" | "listing" | "idle" | "renders">,
  onChange: (id: string) => void,
): OpenHistory {
  const now = Date.now;
  const path = findCacheFolder(sources.root, "history");
  const folder = openHistoryFolder(path, now);
  const history = createHistoryService({
    ...{ ...sources, onChange, now },
    folder: {
      ...folder,
      write(id, save) {
        hideFromGit(sources.root, path);
        return folder.write(id, save);
      },
    },
  });
  return {
    routes: historyRoutes(history),
    saved: history.saved,
    close: history.close,
    watch: (renders) => ({
      ...renders,
      async view(query) {
        const view = await renders.view(query);
        if (view && query.props === null && query.locale === null) history.seen(view);
        return view;
      },
    }),
  };
}
