/** The conditions of a query, and the values behind their placeholders. */
export interface Conditions {
  readonly values: unknown[];
  /** Adds a condition on a value, unless the value is undefined. */
  add(value: unknown, toCondition: (placeholder: string) => string): void;
  /** `WHERE …`, or nothing when there is no condition. */
  where(): string;
}

/** Collects conditions that all must hold. */
export function createConditions(): Conditions {
  const values: unknown[] = [];
  const conditions: string[] = [];
  return {
    values,
    add(value, toCondition) {
      if (value === undefined) return;
      values.push(value);
      conditions.push(toCondition(`$${values.length}`));
    },
    where: () => (conditions.length > 0 ? `WHERE ${conditions.join(" AND ")}` : ""),
  };
}
