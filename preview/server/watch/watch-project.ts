import { basename } from "node:path";
import { normalizePath, type ViteDevServer } from "vite";
import type { EventHub } from "../api/event-hub.ts";
import type { EmailGraph } from "../emails/email-graph.ts";
import type { EmailListing } from "../emails/email-list.ts";
import { environmentFiles } from "../emails/project-environment.ts";
import { changedAt } from "../files/state-of.ts";
import type { RenderService } from "../views/render-service.ts";
import { type FileEvent, watchFiles } from "./watch-files.ts";

/** What a change on disk touches. */
export interface Watched {
  readonly emailsDir: string;
  readonly listing: EmailListing;
  readonly graph: EmailGraph;
  readonly renders: RenderService;
  readonly events: EventHub;
  /** Told that the file of an email was saved. */
  readonly onEdited: (id: string) => void;
  /** Told which emails may render anew, and that the list changed (no ids). */
  readonly onChanged: (ids: readonly string[]) => void;
}

/** A rename is a deletion and a new file: waiting this long makes one new list of both. */
const listingDelayMs = 20;

/** A file saved while the watcher reads the folders for the first time goes untold: look once more after that. */
const scanMs = 500;

/** How a project is followed. */
export interface ProjectWatch {
  /** Begins to read the folders; until then the watcher has ignored all of them. */
  begin(): void;
  /** Looks at nothing by itself any more. */
  end(): void;
}

/** Follows the disk: forgets what changed, and tells the pages at once which emails it touches. */
export function watchProject(server: ViteDevServer, watched: Watched): ProjectWatch {
  const { emailsDir, listing, graph, renders, events, onChanged, onEdited } = watched;
  const startedAt = Date.now();
  const environment = environmentFiles(server.config);
  const environmentState = () => environment.map(changedAt).join();
  const firstEnvironment = environmentState();
  let timer: NodeJS.Timeout | undefined;
  let secondLook: NodeJS.Timeout | undefined;
  let ended = false;
  /** The state of each file that has been told of. */
  const toldOf = new Map<string, number>();

  function lookForUntold(): void {
    if (ended) return;
    // Vite itself begins anew where it is told of such a change.
    if (environmentState() !== firstEnvironment) {
      end();
      void server.restart();
    }
    for (const file of graph.files()) {
      const modifiedAt = changedAt(file);
      if (modifiedAt > startedAt && modifiedAt !== toldOf.get(file)) handle("change", file);
    }
  }

  function tellChanged(ids: readonly string[]): void {
    if (ids.length === 0) return;
    renders.markChanged(ids);
    events.send({ type: "changed", ids });
    onChanged(ids);
  }

  function refreshListing(): void {
    if (!listing.refresh()) return;
    events.send({ type: "emails", ...listing.list() });
    onChanged([]);
  }

  function refreshListingSoon(): void {
    clearTimeout(timer);
    timer = setTimeout(refreshListing, listingDelayMs);
  }

  const isBelowEmails = (path: string) => `${normalizePath(path)}/`.startsWith(`${emailsDir}/`);

  function handle(event: FileEvent, path: string): void {
    if (event === "addDir" || event === "unlinkDir") {
      if (isBelowEmails(path)) refreshListingSoon();
      return;
    }
    toldOf.set(path, changedAt(path));
    const touched = new Set(listing.idsOf(graph.invalidate(path)));
    // A page may be waiting for an email of which nothing has been loaded yet.
    for (const { id } of listing.summariesOf(path)) touched.add(id);
    // What could not be found may be there now, wherever it was looked for.
    if (event === "add") for (const id of renders.retryFailed()) touched.add(id);
    tellChanged([...touched]);
    // Aliases and JSX settings reach everywhere; Vite itself has just forgotten all modules.
    if (/^tsconfig.*\.json$/.test(basename(path))) {
      tellChanged(listing.summaries().map(({ id }) => id));
    }
    if (!isBelowEmails(path)) return;
    if (event !== "change") refreshListingSoon();
    else if (listing.refreshFile(path)) {
      events.send({ type: "emails", ...listing.list() });
    } else {
      for (const { id, modifiedAt } of listing.summariesOf(path)) {
        events.send({ type: "edited", id, modifiedAt });
        onEdited(id);
      }
    }
  }

  function end(): void {
    ended = true;
    clearTimeout(secondLook);
  }

  watchFiles(server.watcher, handle);
  return {
    end,
    begin() {
      const { root, configFileDependencies } = server.config;
      // The emails once more only where they are elsewhere: watching them twice delays both.
      const elsewhere = emailsDir.startsWith(`${root}/`) ? [] : [emailsDir];
      const loaded = graph.files();
      const outside = loaded.filter((file) => !file.startsWith(`${root}/`));
      server.watcher.add([
        root,
        ...configFileDependencies,
        ...elsewhere,
        ...outside,
        ...environment,
      ]);
      lookForUntold();
      secondLook = setTimeout(lookForUntold, scanMs).unref();
      refreshListing();
    },
  };
}
