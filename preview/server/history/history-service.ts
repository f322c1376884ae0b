import { readFile } from "node:fs/promises";
import { relative } from "node:path";
import { normalizePath } from "vite";
import type { EmailView, History, HistorySave, RenderSuccess } from "../../protocol/index.ts";
import type { Idle } from "../checks/idle.ts";
import type { EmailListing } from "../emails/email-list.ts";
import type { RenderService } from "../views/render-service.ts";
import { countLines } from "./count-lines.ts";
import { type HistoryFolder, historyCapacity, type StoredSave } from "./history-folder.ts";

/** Keeps the saves of emails, to be looked at and compared. */
export interface HistoryService {
  /** An email was shown: what it is before its first save. */
  seen(view: EmailView): void;
  /** The file of an email was saved. */
  saved(id: string): void;
  list(id: string): Promise<History>;
  read(id: string, key: string): Promise<HistorySave | undefined>;
  /** Resolves when nothing is being written. */
  close(): Promise<void>;
}

/** What the service works with. */
export interface HistorySources {
  readonly root: string;
  readonly folder: HistoryFolder;
  readonly listing: EmailListing;
  /** Renders without holding anything up. */
  readonly renders: Pick<RenderService, "view">;
  readonly idle: Idle;
  readonly now: () => number;
  /** Told when an email has one more save, or its renders are there. */
  readonly onChange: (id: string) => void;
}

/** An email as it was shown before its next save. */
interface Shown {
  readonly revision: number;
  readonly save: Promise<HistorySave | undefined>;
  /** By the slug of the variant. */
  readonly renders: Record<string, RenderSuccess>;
}

/** So many emails are remembered as they were shown. */
const mostSeen = 50;
/** So many variants of a save are rendered to be kept. */
const mostVariants = 12;

/** Creates the service; it writes nothing before the first save. */
export function createHistoryService(sources: HistorySources): HistoryService {
  const { root, folder, listing, renders, idle, now, onChange } = sources;
  const shown = new Map<string, Shown>();
  let last: Promise<unknown> = folder.tidy().catch(() => undefined);

  async function snapshot(
    id: string,
    at: number,
    known: HistorySave["renders"],
  ): Promise<HistorySave | undefined> {
    const found = listing.get(id);
    const code = found && (await readFile(found.path, "utf8").catch(() => undefined));
    if (!found || code === undefined) return undefined;
    const file = normalizePath(relative(root, found.path));
    return { key: String(at), at, file, code, renders: known };
  }

  async function newest(id: string): Promise<StoredSave | undefined> {
    const key = (await folder.keys(id)).at(-1);
    return key === undefined ? undefined : folder.read(id, key);
  }

  async function keep(id: string, at: number, first: Shown | undefined): Promise<void> {
    const save = await snapshot(id, at, {});
    if (!save) return;
    const before = (await newest(id)) ?? (await keepFirst(id, save, first));
    // Another process watches the same project, or the save changed nothing.
    if (before?.code === save.code) return;
    await folder.write(id, save);
    onChange(id);
    void addRenders(id, save);
  }

  /** What was shown before the first save is where the history begins. */
  async function keepFirst(id: string, save: HistorySave, seen: Shown | undefined) {
    const first = await seen?.save;
    if (!first || first.code === save.code) return undefined;
    await folder.write(id, { ...first, renders: seen?.renders ?? {} });
    return first;
  }

  /** When no one waits for anything: unless it was saved again by then. */
  async function addRenders(id: string, save: HistorySave): Promise<void> {
    await idle.wait();
    const found = await renderAll(id);
    if (Object.keys(found).length === 0) return;
    enqueue(async () => {
      const again = await snapshot(id, save.at, found);
      if (again?.code !== save.code) return;
      await folder.write(id, again);
      onChange(id);
    });
  }

  async function renderAll(id: string): Promise<Record<string, RenderSuccess>> {
    const found: Record<string, RenderSuccess> = {};
    const ask = (variant: string) => renders.view({ id, variant, locale: null, props: null });
    const first = await ask("default").catch(() => undefined);
    const slugs = first?.variants.map(({ slug }) => slug).slice(0, mostVariants) ?? [];
    for (const slug of slugs) {
      const view = slug === first?.variant ? first : await ask(slug).catch(() => undefined);
      if (view?.result.status === "rendered") found[slug] = plain(view.result);
    }
    return found;
  }

  function enqueue(work: () => Promise<void>): void {
    // A disk that is full, or read only, takes the history and nothing else.
    last = last.then(work).catch(() => undefined);
  }

  return {
    seen({ id, variant, revision, result }) {
      if (result.status !== "rendered") return;
      const known = shown.get(id);
      const seen =
        known?.revision === revision
          ? known
          : { revision, renders: {}, save: snapshot(id, now(), {}).catch(() => undefined) };
      seen.renders[variant] = plain(result);
      shown.delete(id);
      shown.set(id, seen);
      const [oldest] = shown.keys();
      if (shown.size > mostSeen && oldest !== undefined) shown.delete(oldest);
    },
    saved(id) {
      // What is shown from now on is the saved one.
      const first = shown.get(id);
      const at = now();
      enqueue(() => keep(id, at, first));
    },
    async list(id) {
      const saves: StoredSave[] = [];
      for (const key of await folder.keys(id)) {
        const save = await folder.read(id, key);
        if (save) saves.push(save);
      }
      const entries = saves.map(({ key, at, code, variants }, index) => {
        const before = saves[index - 1];
        const lines = before ? countLines(before.code, code) : null;
        return { key, at, lines, variants };
      });
      return { entries: entries.reverse(), capacity: historyCapacity };
    },
    async read(id, key) {
      const save = await folder.read(id, key);
      if (!save) return undefined;
      const { variants: _, ...rest } = save;
      return { ...rest, renders: await folder.readRenders(id, key) };
    },
    async close() {
      await last;
    },
  };
}

/** Without what only that moment knows. */
function plain({ warnings: _, ...render }: RenderSuccess): RenderSuccess {
  return { ...render, renderMs: 0 };
}
