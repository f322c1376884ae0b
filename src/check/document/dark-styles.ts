import type { CheckedEmail } from "./checked-email.ts";
import { parseColor } from "./color.ts";
import { wide } from "./media.ts";
import { rootStyle, type ShownStyle, showAll } from "./shown-style.ts";

const darkGround = parseColor("#1e1e1e");
const lightText = parseColor("#ffffff");

const known = new WeakMap<CheckedEmail, readonly ShownStyle[] | null>();

/** What is seen with the author's own dark colours, by index; null where the email has none. */
export function darkStyles(email: CheckedEmail): readonly ShownStyle[] | null {
  const ready = known.get(email);
  if (ready !== undefined) return ready;
  const hasDark = email.sheets.some(({ sheet }) =>
    sheet.rules.some(({ media }) =>
      media.some((params) => /prefers-color-scheme:\s*dark/.test(params)),
    ),
  );
  const styles = hasDark && darkGround && lightText ? show(email) : null;
  known.set(email, styles);
  return styles;

  function show({ elements, cascadeFor }: CheckedEmail) {
    if (!darkGround || !lightText) return null;
    const cascade = cascadeFor({ scheme: "dark", width: wide });
    return showAll(elements, cascade, rootStyle(darkGround, lightText), true);
  }
}
