import type { EmailView } from "../../protocol/index.ts";

/** What a downloaded part of an email is called: `order-confirmation.forty-lines.html`. */
export function downloadName(
  { id, variant }: Pick<EmailView, "id" | "variant">,
  ending: string,
): string {
  const name = id.slice(id.lastIndexOf("/") + 1);
  return [name, ...(variant === "default" ? [] : [variant]), ending].join(".");
}
