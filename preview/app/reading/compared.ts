import type { EmailQuery, EmailView, GitReference, HistoryEntry } from "../../protocol/index.ts";
import { linesOfSave, timeOfSave } from "../history/save-words.ts";
import { emailQuery } from "../route/email-query.ts";
import type { EmailRoute } from "../route.ts";

/** Stands in the URL for the state before the last save. No variant's slug has the sign. */
export const lastSave = "~last";

/** Stands in the URL for the variant as it is in the file, without what was edited. */
export const unedited = "~file";

/** One state that another can be compared with. */
export interface CompareChoice {
  /** As the URL has it. */
  readonly value: string;
  readonly label: string;
  /** What it stands among. */
  readonly group?: string;
}

const saveMark = "~save:";

/** Stands in the URL for a save of the history. @param key as the history has it */
export function compareWithSave(key: string): string {
  return saveMark + key;
}

/** The save of the history that a URL compares with; null: it is something else. */
export function comparedSave(diff: string | null): string | null {
  return diff?.startsWith(saveMark) ? diff.slice(saveMark.length) : null;
}

const referenceMark = "~git:";

/** What every email in a repository can be compared with. */
export const lastCommit: CompareChoice = {
  ...{ value: `${referenceMark}HEAD`, label: "the last commit", group: "Git" },
};

/** The git reference that a URL compares with; null: it is something else. */
export function comparedReference(diff: string | null): string | null {
  return diff?.startsWith(referenceMark) ? diff.slice(referenceMark.length) : null;
}

/** Git references as choices; the one of the URL is among them, whichever it is. */
export function referenceChoices(
  references: readonly GitReference[],
  diff: string | null,
): readonly CompareChoice[] {
  const asked = comparedReference(diff);
  const isListed = asked === null || references.some(({ ref }) => ref === asked);
  const all = isListed ? references : [...references, { ref: asked, label: asked }];
  return all.map(({ ref, label }) => ({ value: referenceMark + ref, label, group: "Git" }));
}

/** The saves of a history as choices, but for the newest: that is what shows. */
export function saveChoices(
  entries: readonly HistoryEntry[],
  has: (entry: HistoryEntry) => boolean,
): readonly CompareChoice[] {
  return entries
    .slice(1)
    .filter(has)
    .map((entry) => ({
      value: compareWithSave(entry.key),
      label: `${timeOfSave(entry)}, ${linesOfSave(entry)}`,
      group: "Saves of today",
    }));
}

/** The choice that every part of an email has. */
export const beforeLastSave: CompareChoice = { value: lastSave, label: "before the last save" };

/** What the state that shows can be compared with. */
export function compareChoices(
  route: Pick<EmailRoute, "props">,
  { variants, variant }: Pick<EmailView, "variants" | "variant">,
): readonly CompareChoice[] {
  return [
    beforeLastSave,
    ...(route.props === null ? [] : [{ value: unedited, label: "the props in the file" }]),
    ...variants
      .filter(({ slug }) => slug !== variant)
      .map(({ slug, name }) => ({ value: slug, label: name })),
  ];
}

/** What to ask for in order to compare; null when it is at hand, or nothing is compared. */
export function comparedQuery(route: EmailRoute): EmailQuery | null {
  const { diff } = route;
  if (diff === null || diff === lastSave || diff === route.variant) return null;
  if (comparedSave(diff) !== null || comparedReference(diff) !== null) return null;
  return emailQuery(diff === unedited ? { ...route, props: null } : { ...route, variant: diff });
}
