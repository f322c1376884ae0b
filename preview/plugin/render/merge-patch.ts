/**
 * Lays a JSON merge patch over a value: objects member by member, `null` removes, everything else
 * replaces. What the patch does not name keeps its identity, so that values which JSON cannot
 * express survive. @see RFC 7396, section 2
 */
export function mergePatch(target: unknown, patch: unknown): unknown {
  if (!isRecord(patch)) return patch;
  const merged = isRecord(target) ? { ...target } : {};
  for (const [name, value] of Object.entries(patch)) {
    if (value === null) delete merged[name];
    else if (name !== "__proto__") merged[name] = mergePatch(merged[name], value);
  }
  return merged;
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
