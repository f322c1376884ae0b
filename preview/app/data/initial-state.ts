import type { InitialState } from "../../protocol/index.ts";

/** What the page was served with, or null when it came bare, as from a static host. */
export function readInitialState(): InitialState | null {
  const text = document.getElementById("letterpress-state")?.textContent;
  return text ? (JSON.parse(text) as InitialState) : null;
}
