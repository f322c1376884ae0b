import type { Arrival } from "./arrival.ts";
import type { StoreEvent } from "./inbox-view.ts";
import type { ParsedMessage } from "./parse-message.ts";
import type { RawSource } from "./raw-source.ts";
import { type MessageContent, readContent } from "./reading/read-content.ts";
import { smallMessageBytes } from "./reading/read-limits.ts";
import { unreadContent } from "./reading/unread-content.ts";

/** The octets of a message and what was read out of them, which is read again where it is not kept. */
export interface HeldContent {
  parsed(): ParsedMessage;
  /** @throws {Error} when they are there no more */
  raw(): Uint8Array;
}

/** Keeps what was read out of messages: of large ones all, of small ones what was wanted last. */
export interface ContentHolder {
  /** @param source where a small message is read again, in less than a millisecond mostly */
  hold(arrival: Arrival, content: MessageContent, source: RawSource): HeldContent;
  /** Forgets what is gone: anyone who still wants it has it read again. */
  follow(event: StoreEvent): void;
}

/** Octets of small messages whose content is kept: more where the octets are in memory anyway. */
const mostInMemory = 8 * 1024 * 1024;
const mostBesideFolder = 4 * 1024 * 1024;

/** What a parsed message takes beside its octets, in objects. */
const overheadBytes = 2 * 1024;

/** Creates an empty holder. */
export function createContentHolder({
  folder,
}: {
  readonly folder?: string | undefined;
}): ContentHolder {
  const latest = createLatest(folder === undefined ? mostInMemory : mostBesideFolder);
  return {
    hold({ id, raw }, { parsed }, source) {
      if (raw.length > smallMessageBytes) return new WholeContent(source, parsed);
      latest.set(id, parsed, raw.length);
      return new LatestContent(id, source, latest);
    },
    follow(event) {
      if (event.type === "marked") return;
      const gone = event.type === "received" ? event.evicted : event.messages;
      for (const { id } of gone) latest.delete(id);
    },
  };
}

// Classes, because closures of one function keep all that any of them needs.
class WholeContent implements HeldContent {
  readonly #source: RawSource;
  readonly #parsed: ParsedMessage;

  constructor(source: RawSource, parsed: ParsedMessage) {
    this.#source = source;
    this.#parsed = parsed;
  }

  parsed(): ParsedMessage {
    return this.#parsed;
  }

  raw(): Uint8Array {
    return this.#source.read();
  }
}

class LatestContent implements HeldContent {
  readonly #id: string;
  readonly #source: RawSource;
  readonly #latest: Latest;

  constructor(id: string, source: RawSource, latest: Latest) {
    this.#id = id;
    this.#source = source;
    this.#latest = latest;
  }

  parsed(): ParsedMessage {
    return this.#latest.get(this.#id) ?? this.#readAgain();
  }

  raw(): Uint8Array {
    return this.#source.read();
  }

  #readAgain(): ParsedMessage {
    try {
      const raw = this.#source.read();
      const { parsed } = readContent(raw);
      this.#latest.set(this.#id, parsed, raw.length);
      return parsed;
    } catch (error) {
      return unreadContent(error).parsed;
    }
  }
}

type Latest = ReturnType<typeof createLatest>;

/** What was wanted last, up to so many octets. */
function createLatest(mostBytes: number) {
  // A Map iterates in the order of insertion: what was wanted last stands at its end.
  const kept = new Map<string, { readonly parsed: ParsedMessage; readonly bytes: number }>();
  let bytes = 0;

  function drop(id: string): void {
    bytes -= kept.get(id)?.bytes ?? 0;
    kept.delete(id);
  }

  return {
    get(id: string): ParsedMessage | undefined {
      const known = kept.get(id);
      if (!known) return undefined;
      kept.delete(id);
      kept.set(id, known);
      return known.parsed;
    },
    set(id: string, parsed: ParsedMessage, sizeBytes: number): void {
      drop(id);
      const taken = overheadBytes + sizeBytes;
      kept.set(id, { parsed, bytes: taken });
      bytes += taken;
      for (const oldest of kept.keys()) {
        if (bytes <= mostBytes) break;
        drop(oldest);
      }
    },
    delete: drop,
  };
}
