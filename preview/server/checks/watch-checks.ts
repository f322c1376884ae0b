import { mergeFindings } from "../../../src/check/merge-findings.ts";
import type { SpamBox } from "../../../src/check/spam/create-spam-box.ts";
import type { HeadlessPreview } from "../export/headless-preview.ts";
import { addSpam } from "./add-spam.ts";
import {
  askedEmails,
  type CheckProjectOptions,
  type CheckResult,
  openChecks,
  resultOf,
} from "./check-project.ts";
import { type CheckedEmail, checkStates } from "./check-states.ts";

/** What a save changed. */
export interface WatchedCheck {
  /** Of the emails that were checked now. */
  readonly result: Omit<CheckResult, "staleExceptions" | "root">;
  /** How many findings all emails have together. */
  readonly findingCount: number;
  /** Empty the first time, when all are checked. */
  readonly ids: readonly string[];
}

/** Editors save a file in several steps, and several files at once. */
const settleMs = 80;

/**
 * Checks the emails of a project, and after each save those that are made of the saved file, until
 * the signal ends it. A project that restarts, as when its `.env` is saved, is checked whole.
 *
 * @throws {Error} when there is no email, or the config is wrong
 */
export async function watchChecks(
  options: CheckProjectOptions & { readonly signal: AbortSignal },
  onChecked: (checked: WatchedCheck) => void,
): Promise<void> {
  const { signal } = options;
  while (!signal.aborted) {
    const { preview, spamBox, close: closeAll } = await openChecks(options, true);
    const close = () => void closeAll();
    signal.addEventListener("abort", close, { once: true });
    try {
      await follow(preview, spamBox, options, onChecked);
    } finally {
      signal.removeEventListener("abort", close);
      await closeAll();
    }
  }
}

async function follow(
  preview: HeadlessPreview,
  spamBox: SpamBox | undefined,
  options: CheckProjectOptions & { readonly signal: AbortSignal },
  onChecked: (checked: WatchedCheck) => void,
): Promise<void> {
  const known = new Map<string, CheckedEmail>();
  const touched = new Set<string>();
  let working: Promise<void> = Promise.resolve();
  let timer: NodeJS.Timeout | undefined;
  let failure: unknown;

  async function look(ids: readonly string[] | undefined): Promise<void> {
    const asked = askedEmails(preview, options);
    for (const id of known.keys()) if (!asked.some((one) => one.id === id)) known.delete(id);
    const due = asked.filter(({ id }) => ids?.includes(id) ?? true);
    const first: CheckedEmail[] = [];
    for (const found of due) {
      if (options.signal.aborted) return;
      const email = await checkStates(preview, found);
      // What renders while it is closed tells of nothing else.
      if (options.signal.aborted) return;
      if (email) first.push(email);
    }
    const checked = spamBox ? await addSpam(preview, spamBox, due, first) : first;
    for (const email of checked) known.set(email.id, email);
    if (checked.length === 0 && ids) return;
    const all = [...known.values()].flatMap(({ findings }) => findings);
    onChecked({
      result: resultOf(checked),
      findingCount: mergeFindings(all).length,
      ids: ids ? checked.map(({ id }) => id) : [],
    });
  }

  function lookSoon(): void {
    clearTimeout(timer);
    timer = setTimeout(() => {
      working = working
        .then(() => {
          const ids = [...touched];
          touched.clear();
          return ids.length > 0 ? look(ids) : undefined;
        })
        // One that is saved half-way may be whole the next time.
        .catch((error: unknown) => {
          failure = error;
        });
    }, settleMs);
  }

  const events = await preview.events();
  await look(undefined);
  for await (const event of events) {
    if (event.type === "changed") {
      const ids = event.ids ?? preview.found.emails.map(({ id }) => id);
      for (const id of ids) touched.add(id);
    } else if (event.type === "emails") {
      for (const { id } of event.emails) if (!known.has(id)) touched.add(id);
    } else continue;
    lookSoon();
  }
  clearTimeout(timer);
  await working;
  if (failure !== undefined && !options.signal.aborted) throw failure;
}
