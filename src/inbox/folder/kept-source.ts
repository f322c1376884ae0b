import { readFileSync } from "node:fs";
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import type { RawSource } from "../raw-source.ts";
import type { Journal } from "./journal.ts";
import type { KeptFacts } from "./kept-message.ts";

/** The octets of a message in a folder: in its journal, or in its own file. */
export interface KeptSource extends RawSource {
  readonly path: string;
  /** As `read`, without holding anything up. */
  load(): Promise<Uint8Array>;
  /** Keeps the octets in memory from now on, because they are about to be deleted. */
  hold(): void | Promise<void>;
}

/** Finds the octets of a message, wherever in the folder they are at that time. */
export function createKeptSource(folder: string, journal: Journal, facts: KeptFacts): KeptSource {
  return new FolderSource(join(folder, facts.file), facts.id, journal);
}

// A class, because thousands of them are kept.
class FolderSource implements KeptSource {
  readonly path: string;
  readonly #id: string;
  readonly #journal: Journal;
  #held: Uint8Array | undefined;

  constructor(path: string, id: string, journal: Journal) {
    this.path = path;
    this.#id = id;
    this.#journal = journal;
  }

  // Copies: what Node reads may share the pool of 8 KiB with strangers, and `raw` is handed out.
  read(): Uint8Array {
    return this.#atHand() ?? new Uint8Array(readFileSync(this.path));
  }

  async load(): Promise<Uint8Array> {
    return this.#atHand() ?? new Uint8Array(await readFile(this.path));
  }

  hold(): void | Promise<void> {
    this.#held = this.#atHand();
    if (this.#held) return undefined;
    return this.load().then(
      (raw) => {
        this.#held = raw;
      },
      () => undefined,
    );
  }

  #atHand(): Uint8Array | undefined {
    return this.#held ?? this.#journal.read(this.#id);
  }
}
