import type { DiffReport } from "../../src/cli/diff/diff-report.ts";
import { compareSides } from "../../src/diff/states/compare-sides.ts";
import { groupChanges } from "../../src/diff/states/group-changes.ts";
import type { RenderedState, Side } from "../../src/diff/states/state.ts";

/** A state that shows a body. */
export function shownState(id: string, variant: string, body: string): RenderedState {
  const html = `<!doctype html><html lang="en"><head><title>${id}</title></head><body>${body}</body></html>`;
  const result = { subject: `About ${id}`, preheader: "", from: "a@b.example", html, text: "" };
  return { id, variant, variantName: variant, locale: null, result };
}

/** What is reported of two sides. */
export async function reportOf(
  before: readonly RenderedState[],
  after: readonly RenderedState[],
): Promise<DiffReport> {
  const side = (states: readonly RenderedState[]): Side => ({
    states,
    files: Object.fromEntries(states.map(({ id }) => [id, `emails/${id}.tsx`])),
  });
  const comparison = await compareSides(side(before), side(after));
  return {
    ...comparison,
    reference: { name: "main", commit: "3f2a1c0d9e8b7a6c5d4e3f2a1b0c9d8e7f6a5b4c", reason: "" },
    groups: groupChanges(comparison.changes),
    remarks: [],
  };
}
