/**
 * Takes what caniemail.com knows of our clients into `src/check/clients/support-data.ts`: per feature
 * and client one letter, the newest version's.
 *
 *     npm run update-caniemail
 */
import { writeFileSync } from "node:fs";
import caniemail from "caniemail/caniemail.json" with { type: "json" };
import { type Client, clients } from "../../../src/check/clients/client.ts";

interface Feature {
  readonly slug: string;
  readonly stats: Readonly<
    Record<string, Readonly<Record<string, Readonly<Record<string, string>>>>>
  >;
}

const data = caniemail as unknown as {
  readonly last_update_date: string;
  readonly data: readonly Feature[];
};

/** The worst of some platforms: one that shows it does not help the reader of another. */
function worst({ stats }: Feature, client: Client): string {
  const { key, platforms } = clients[client];
  const letters = platforms.map(
    (platform) => Object.values(stats[key]?.[platform] ?? {}).at(-1)?.[0] ?? "u",
  );
  return ["n", "a", "y"].find((letter) => letters.includes(letter)) ?? "u";
}

const names = Object.keys(clients) as Client[];
const features = data.data
  .filter(({ slug }) => /^(?:css|html|image)-/.test(slug))
  .map((feature) => `${feature.slug}:${names.map((name) => worst(feature, name)).join("")}`);

/** Lines of a readable length. */
const lines = features.reduce<string[]>((filled, feature) => {
  const last = filled.at(-1) ?? "";
  if (last !== "" && last.length + feature.length < 90) filled[filled.length - 1] += `${feature} `;
  else filled.push(`${feature} `);
  return filled;
}, []);

writeFileSync(
  new URL("../../../src/check/clients/support-data.ts", import.meta.url),
  `/** When caniemail.com's data was last changed. Written by \`npm run update-caniemail\`. */
export const supportDate = "${data.last_update_date.slice(0, 10)}";

/**
 * What caniemail.com (MIT, github.com/hteumeuleu/caniemail) knows of each feature: one letter for each
 * client in the order of \`clients\`. y: supported, a: partly, n: not, u: unknown.
 */
export const supportData =
${lines.map((line) => `  "${line}"`).join(" +\n")};
`,
);
process.stdout.write(`${features.length} features, as of ${data.last_update_date.slice(0, 10)}\n`);
