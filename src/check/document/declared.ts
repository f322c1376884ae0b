import type { CheckedEmail } from "./checked-email.ts";
import type { EmailElement } from "./element.ts";

/**
 * How a property that an element inherits may be written in the source: the value as it is declared
 * on the nearest element, and as React's style has it.
 */
export function declaredForms(
  email: CheckedEmail,
  element: EmailElement,
  ...properties: readonly string[]
): readonly string[] {
  for (let at: EmailElement | undefined = element; at; at = at.parent) {
    for (const property of properties) {
      const value = email.cascade.own(at).get(property);
      if (value === undefined) continue;
      const name = property.replace(/-(\w)/g, (_, letter: string) => letter.toUpperCase());
      return [
        `${name}: "${value}"`,
        `${name}: ${value.replace(/px$/, "")}`,
        `${property}:${value}`,
        value,
      ];
    }
  }
  return [];
}
