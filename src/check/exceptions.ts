import type { EmailToCheck } from "./email-to-check.ts";
import type { Finding } from "./finding.ts";
import type { Exception } from "./options.ts";

/** Whether an exception of the config is about a finding. */
export function isExcepted(
  { rule, message, evidence }: Finding,
  exception: Exception,
  { id = "" }: EmailToCheck,
): boolean {
  if (exception.rule !== rule) return false;
  const { emails, matches = "" } = exception;
  const isMeant = emails === undefined || [emails].flat().some((pattern) => isLike(id, pattern));
  return isMeant && `${message}\n${evidence}`.includes(matches);
}

/** Whether an id is like a pattern, in which `*` stands for any characters. */
export function isLike(id: string, pattern: string): boolean {
  const parts = pattern.split("*").map((part) => part.replace(/[.+?^${}()|[\]\\]/g, "\\$&"));
  return new RegExp(`^${parts.join(".*")}$`).test(id);
}
