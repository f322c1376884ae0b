import type { PropIssue } from "../../protocol/index.ts";

/**
 * What the email's schema refuses, if that is what an error is about. The error may come from
 * another copy of the package, so that it is known by its code alone.
 */
export function findIssues(error: unknown): readonly PropIssue[] {
  const { code, issues } = (error ?? {}) as { readonly code?: unknown; readonly issues?: unknown };
  if (code !== "ERR_INVALID_MESSAGE" || !Array.isArray(issues)) return [];
  return issues.flatMap(({ field, message }) => {
    if (typeof field !== "string" || !/^props(?![^.[])/.test(field)) return [];
    return [{ path: pathOf(field), message: withoutField(String(message)) }];
  });
}

/** `props.order.lines[3].total` as its steps. */
function pathOf(field: string): PropIssue["path"] {
  const steps = field.matchAll(/\.([^.[]*)|\[(\d+)\]/g);
  return Array.from(steps, ([, name, place]) => name ?? Number(place));
}

/** At its own field a message need not name it. */
function withoutField(message: string): string {
  return message.replace(/^'.*?' (?:does not fit the email's schema: )?(?:is (?=unknown))?/, "");
}
