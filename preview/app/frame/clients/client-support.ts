import type { ClientName } from "../../route.ts";

/** The part of caniemail's data that is read. */
export interface SupportData {
  readonly data: readonly Feature[];
}

/** One feature with what every version of every client makes of it. */
export interface Feature {
  /** `css-border-radius`; the page about it is `https://www.caniemail.com/features/<slug>/`. */
  readonly slug: string;
  readonly title: string;
  /** By family, platform and version, oldest first: `y`, `n`, `a #1 #2` (partly) or `u`. */
  readonly stats: Readonly<Record<string, Platforms | undefined>>;
  readonly notes_by_num: Readonly<Record<string, string>> | null;
}

type Platforms = Readonly<Record<string, Readonly<Record<string, string>> | undefined>>;

/** Whether a client takes a feature. What was never tested counts as taken. */
export type Verdict = "yes" | "partly" | "no" | "unknown";

/** What one client makes of each feature, by slug. */
export type Support = ReadonlyMap<string, Verdict>;

/** Where caniemail keeps each client. Outlook's last version is 2019; 365 draws with Word as well. */
const places: Record<ClientName, readonly [family: string, platform: string]> = {
  gmail: ["gmail", "desktop-webmail"],
  "gmail-other": ["gmail", "android"],
  outlook: ["outlook", "windows"],
};

/** How a note says that only Google's own accounts have a feature. */
const notOtherAccounts = /not supported with non.g(?:oogle|mail) account/i;

/** Reads what the newest version of a client supports. */
export function readSupport({ data }: SupportData, client: ClientName): Support {
  const [family, platform] = places[client];
  return new Map(
    data.map((feature) => {
      const versions = Object.values(feature.stats[family]?.[platform] ?? {});
      const newest = versions.at(-1) ?? "u";
      const notes = [...newest.matchAll(/#(\d+)/g)].map(
        ([, number = ""]) => feature.notes_by_num?.[number] ?? "",
      );
      const isRefused =
        client === "gmail-other" &&
        notes.some((note) => notOtherAccounts.test(note) && !note.includes("flex"));
      return [feature.slug, isRefused ? "no" : toVerdict(newest)];
    }),
  );
}

/** Only what {@link readSupport} reads of the data: a tenth of it. */
export function trimSupport({ data }: SupportData): SupportData {
  const wanted = Object.values(places);
  const newest = (feature: Feature, family: string, platform: string) =>
    Object.entries(feature.stats[family]?.[platform] ?? {}).slice(-1);
  return {
    data: data.map((feature) => {
      const stats: Record<string, Record<string, Record<string, string>>> = {};
      for (const [family, platform] of wanted) {
        stats[family] ??= {};
        stats[family][platform] = Object.fromEntries(newest(feature, family, platform));
      }
      const notes = Object.entries(feature.notes_by_num ?? {}).filter(([, note]) =>
        notOtherAccounts.test(note),
      );
      const { slug, title } = feature;
      return { slug, title, stats, notes_by_num: Object.fromEntries(notes) };
    }),
  };
}

function toVerdict(stat: string): Verdict {
  const letter = stat[0];
  if (letter === "y") return "yes";
  if (letter === "n") return "no";
  return letter === "a" ? "partly" : "unknown";
}
