/** Second levels under which countries give names out: `co.uk`, `com.au`. No whole list, which changes by the week. */
const publicSuffix =
  /^(?:co|com|org|net|gov|ac|edu|ne|or|go|gob|gouv|mil|nom|ltd|plc|sch)\.[a-z]{2}$/;

/**
 * Whether two domains belong to one owner, as relaxed alignment asks (RFC 7489 §3.1): equal, one
 * below the other, or both below a name that is no public suffix.
 */
export function isAligned(one: string, other: string, mode: "relaxed" | "strict" = "relaxed") {
  if (one === other) return true;
  if (mode === "strict") return false;
  return organizationOf(one) === organizationOf(other);
}

/** The domain that was registered, as far as it can be told without the public suffix list. */
export function organizationOf(domain: string): string {
  const labels = domain.split(".");
  const two = labels.slice(-2).join(".");
  return publicSuffix.test(two) ? labels.slice(-3).join(".") : two;
}
