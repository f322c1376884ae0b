import type { FindingCount } from "../../protocol/index.ts";
import type { EmailListing } from "../emails/email-list.ts";
import type { CheckService } from "./check-service.ts";
import { countFindings } from "./describe-findings.ts";
import type { Idle } from "./idle.ts";

/** Counts the findings of all emails, one after the other, while no one waits for anything. */
export interface CountService {
  /** What is known so far. The first call begins the counting; what is counted is told as it comes. */
  list(): readonly FindingCount[];
  /** These emails may have other findings now; null: any of them. */
  changed(ids: readonly string[] | null): void;
  /** Ends the counting. */
  close(): void;
}

/** What a {@link CountService} works with. */
export interface CountSources {
  readonly checks: CheckService;
  readonly listing: Pick<EmailListing, "summaries" | "get">;
  readonly idle: Idle;
  readonly tell: (count: FindingCount) => void;
}

/** Creates the service; it counts nothing before it is asked. */
export function createCountService({ checks, listing, idle, tell }: CountSources): CountService {
  const counts = new Map<string, FindingCount>();
  /** Emails whose count is as they are now. */
  const fresh = new Set<string>();
  let isAsked = false;
  let isAtIt = false;
  let isOver = false;

  async function countOne(id: string): Promise<void> {
    // Before the check: a save that comes during it makes it stale again.
    fresh.add(id);
    const query = { id, variant: "default", locale: null, props: null };
    // A config that is wrong, and an email that went away, are told where someone looks at them.
    const state = await checks.check(query).catch(() => undefined);
    if (!state || isOver) return;
    const { result } = state.view;
    const count = {
      ...countFindings(id, state.findings),
      ...(result.status === "failed" && { fails: result.phase }),
    };
    counts.set(id, count);
    tell(count);
  }

  async function countAll(): Promise<void> {
    if (isAtIt || !isAsked) return;
    isAtIt = true;
    for (;;) {
      await idle.wait();
      const next = listing.summaries().find(({ id }) => !fresh.has(id));
      if (isOver || !next) break;
      await countOne(next.id);
      // Requests that came meanwhile go first.
      await new Promise((resolve) => setImmediate(resolve));
    }
    isAtIt = false;
  }

  return {
    list() {
      isAsked = true;
      void countAll();
      return [...counts.values()].filter(({ id }) => listing.get(id));
    },
    changed(ids) {
      if (ids) for (const id of ids) fresh.delete(id);
      else fresh.clear();
      void countAll();
    },
    close() {
      isOver = true;
    },
  };
}
