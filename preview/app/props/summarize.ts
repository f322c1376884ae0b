import { isRecord, type Json } from "../../protocol/props/json.ts";

/** A value in a few words, for a line that stands for it: its first texts and numbers. */
export function summarize(value: Json | undefined): string {
  if (typeof value === "string") return value;
  if (typeof value === "number" || typeof value === "boolean") return String(value);
  if (Array.isArray(value)) return value.length === 1 ? "1 item" : `${value.length} items`;
  if (!isRecord(value)) return "";
  const parts = Object.values(value).filter(
    (part) => (typeof part === "string" && part !== "") || typeof part === "number",
  );
  // Words say more than an id or an amount.
  const words = parts.filter((part) => typeof part === "string" && /\p{L}/u.test(part));
  return (
    [...words, ...parts.filter((part) => !words.includes(part))]
      .slice(0, 2)
      // Isolated, so that one that reads from the right leaves the other where it is.
      .map((part) => `\u2068${part}\u2069`)
      .join(" · ")
  );
}
