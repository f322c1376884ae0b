import { type Client, clients } from "./client.ts";
import { supportData } from "./support-data.ts";

/** What a client makes of a feature. */
export type Support = "yes" | "partly" | "no" | "unknown";

const order = Object.keys(clients) as readonly Client[];
const letters = new Map(
  supportData
    .trim()
    .split(" ")
    .map((pair) => pair.split(":") as [slug: string, letters: string]),
);
const words: Readonly<Record<string, Support>> = { y: "yes", a: "partly", n: "no" };

/** What a client makes of a feature of caniemail. @param slug `css-display-flex` */
export function supportOf(slug: string, client: Client): Support {
  return words[letters.get(slug)?.[order.indexOf(client)] ?? "u"] ?? "unknown";
}

/** Families of the clients that do not take a feature at all, each once. */
export function familiesWithout(slug: string, asked: readonly Client[]): readonly string[] {
  const without = asked.filter((client) => supportOf(slug, client) === "no");
  return [...new Set(without.map((client) => clients[client].family))];
}

/** Families of which nothing is known, each once. */
export function familiesUnknown(slug: string, asked: readonly Client[]): readonly string[] {
  const unknown = asked.filter((client) => supportOf(slug, client) === "unknown");
  return [...new Set(unknown.map((client) => clients[client].family))];
}

/** Whether anything is known of a feature. */
export function hasFeature(slug: string): boolean {
  return letters.has(slug);
}

/** ` (not tested in Samsung Email)`, behind what is known of a feature; empty where all is. */
export function untestedNote(slug: string, asked: readonly Client[]): string {
  const unknown = slug === "" ? [] : familiesUnknown(slug, asked);
  return unknown.length > 0 ? ` (not tested in ${unknown.join(", ")})` : "";
}

/** The page about a feature. */
export function featurePage(slug: string): string {
  return `https://www.caniemail.com/features/${slug}/`;
}
