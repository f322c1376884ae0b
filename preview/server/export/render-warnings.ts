import type { EmailView } from "../../protocol/index.ts";

/** What a render warns of, wherever it does. */
export interface ExportWarning {
  /** The first email that has it. */
  readonly id: string;
  readonly message: string;
  /** `emails/orders/order.tsx:9:3`, where known. */
  readonly place: string | null;
}

/** Warnings of many renders: one that many variants and emails share is told once. */
export interface WarningList {
  add(view: EmailView): void;
  /** Those of another list, after its own. */
  addAll(warnings: readonly ExportWarning[]): void;
  list(): readonly ExportWarning[];
}

/** Creates a list that holds nothing yet. */
export function createWarningList(): WarningList {
  const byKey = new Map<string, ExportWarning>();
  const take = (warning: ExportWarning) => {
    // Without a place, the same words of two emails may be about two things.
    const key = JSON.stringify([warning.message, warning.place ?? warning.id]);
    if (!byKey.has(key)) byKey.set(key, warning);
  };
  return {
    add({ id, result }) {
      if (result.status !== "rendered") return;
      for (const { code, message, place } of result.warnings ?? []) {
        // Told of the folder before anything is rendered.
        if (code === "id-differs") continue;
        const shown = place ? `${place.file}:${place.line}:${place.column}` : null;
        take({ id, message, place: shown });
      }
    },
    addAll: (warnings) => warnings.forEach(take),
    list: () => [...byKey.values()],
  };
}
