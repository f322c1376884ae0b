import type { Finding, FindingPlace } from "./finding.ts";

/**
 * Makes one finding of those that tell of the same fault: of the same rule, at the same place of the
 * source (or, where that is unknown, of the same email and element) and the same in what the rule
 * says makes it so. The first one's words stay.
 */
export function mergeFindings(findings: readonly Finding[]): readonly Finding[] {
  const merged = new Map<string, Finding>();
  for (const finding of findings) {
    const key = findingKey(finding);
    const known = merged.get(key);
    merged.set(key, known ? { ...known, where: mergePlaces(known.where, finding.where) } : finding);
  }
  return [...merged.values()];
}

/** The same for findings that tell of the same fault. */
export function findingKey({ rule, source, where, same }: Finding): string {
  const place = source
    ? [source.file, source.line, source.column]
    : [where.emails[0], where.part, where.element?.name];
  return JSON.stringify([rule, ...place, same]);
}

function mergePlaces(one: FindingPlace, other: FindingPlace): FindingPlace {
  const union = (a: readonly string[], b: readonly string[]) => [...new Set([...a, ...b])];
  return {
    ...one,
    emails: union(one.emails, other.emails),
    variants: union(one.variants, other.variants),
    locales: union(one.locales, other.locales),
    clients: one.clients.length === 0 ? [] : union(one.clients, other.clients),
  };
}
