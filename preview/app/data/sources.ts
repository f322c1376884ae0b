import type { SourceFile } from "../../protocol/index.ts";
import type { Problem } from "./ask.ts";
import { fetchSource } from "./email-endpoints.ts";

/** The file of an email as this page knows it. */
export interface SourceState {
  readonly file: SourceFile | null;
  /** What stood in it before the last save that this page saw. */
  readonly before: string | null;
  readonly problem: Problem | null;
}

/** The files of the emails that were looked at, and what stood in them before. */
export interface Sources {
  read(id: string): SourceState;
  subscribe(listener: () => void): () => void;
  /** Reads the file once for each revision of the email. */
  load(id: string, revision: number): void;
}

interface Entry {
  readonly revision: number;
  readonly state: SourceState;
}

const nothing: SourceState = { file: null, before: null, problem: null };

/** Files kept; the one looked at longest ago goes first. */
const capacity = 40;

/** Makes the store of sources. */
export function createSources(fetch: typeof fetchSource = fetchSource): Sources {
  const entries = new Map<string, Entry>();
  const listeners = new Set<() => void>();

  function set(id: string, entry: Entry): void {
    entries.delete(id);
    entries.set(id, entry);
    const [oldest] = entries.keys();
    if (entries.size > capacity && oldest !== undefined) entries.delete(oldest);
    for (const listener of [...listeners]) listener();
  }

  return {
    read: (id) => entries.get(id)?.state ?? nothing,
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    load(id, revision) {
      const { state, ...known } = entries.get(id) ?? { state: nothing };
      if ("revision" in known && known.revision === revision) return;
      set(id, { revision, state });
      void fetch(id).then((answer) => {
        if (entries.get(id)?.revision !== revision) return;
        if (!answer.ok) {
          set(id, { revision: -1, state: { ...state, problem: answer.problem } });
          return;
        }
        const old = state.file?.code ?? null;
        const before = old === answer.value.code ? state.before : (old ?? state.before);
        set(id, { revision, state: { file: answer.value, before, problem: null } });
      });
    },
  };
}
