import { readFileSync } from "node:fs";
import type { RenderedEmail } from "../../../diff/rendered-email.ts";
import { itemKey, itemsOf } from "../../../diff/states/change-item.ts";
import type { ChangeGroup } from "../../../diff/states/group-changes.ts";
import type { StateChange, StateName } from "../../../diff/states/state-change.ts";
import type { Place } from "../../../diff/view/view-change.ts";
import type { WordPart } from "../../../diff/words/compare-words.ts";
import { changeLines } from "../change-lines.ts";
import { describeGroup } from "../describe-states.ts";
import type { DiffReport } from "../diff-report.ts";

/** One side of a state, as the page shows it. */
interface ReviewSide {
  readonly subject: string;
  readonly preheader: string;
  readonly html: string;
  /** Keys of {@link ReviewData.pictures} by address. */
  readonly pictures: Readonly<Record<string, string>>;
}

/** All that the page shows. */
export interface ReviewData {
  readonly groups: readonly {
    readonly title: string;
    readonly lines: readonly {
      readonly label: string;
      readonly on: string;
      readonly parts: readonly WordPart[];
    }[];
    readonly failure?: string | undefined;
    readonly states: readonly {
      readonly name: string;
      /** Index in {@link ReviewData.states}. */
      readonly state: number;
      readonly places: readonly Place[];
    }[];
  }[];
  readonly states: readonly {
    readonly before?: ReviewSide | undefined;
    readonly after?: ReviewSide | undefined;
  }[];
  /** `data:` addresses of pictures by what tells their files apart. */
  readonly pictures: Readonly<Record<string, string>>;
}

/** A picture larger than this stays out of the page, octets. */
const largestPicture = 2_000_000;

/** Puts together what the page shows; reads the pictures while both sides are there. */
export function reviewData({ groups, statesOf }: DiffReport): ReviewData {
  const states: StateChange[] = [];
  const pictures: Record<string, string> = {};
  const indexOf = (change: StateChange) => {
    const known = states.indexOf(change);
    return known >= 0 ? known : states.push(change) - 1;
  };
  const shown = groups.map((group) => ({
    title: describeGroup(group, statesOf),
    lines: group.items.flatMap(changeLines),
    failure: group.all[0].failure,
    states: group.all.map((change) => ({
      name: describeName(change.name),
      state: indexOf(change),
      places: placesIn(change, group),
    })),
  }));
  return {
    groups: shown,
    states: states.map(({ before, after }) => ({
      ...(before && { before: toSide(before, pictures) }),
      ...(after && { after: toSide(after, pictures) }),
    })),
    pictures,
  };
}

function describeName({ id, variant, locale }: StateName): string {
  return `${id} · ${variant}${locale === null ? "" : ` · ${locale}`}`;
}

/** Where a state has what its group is about: each state's elements stand elsewhere. */
function placesIn({ change }: StateChange, { items }: ChangeGroup): readonly Place[] {
  const keys = new Set(items.map(itemKey));
  const own = change ? itemsOf(change).filter((item) => keys.has(itemKey(item))) : [];
  return own.flatMap((item) => (item.part === "view" ? item.change.places : []));
}

function toSide(
  { subject, preheader, html, pictures = {} }: RenderedEmail,
  known: Record<string, string>,
): ReviewSide {
  for (const { file, print } of Object.values(pictures)) known[print] ??= dataAddress(file);
  const prints = Object.entries(pictures).map(([address, { print }]) => [address, print] as const);
  return { subject, preheader, html, pictures: Object.fromEntries(prints) };
}

const types: Readonly<Record<string, string>> = {
  ...{ png: "image/png", jpg: "image/jpeg", jpeg: "image/jpeg", gif: "image/gif" },
  ...{ webp: "image/webp", svg: "image/svg+xml", avif: "image/avif" },
};

function dataAddress(file: string): string {
  const type = types[file.toLowerCase().replace(/^.*\./, "")];
  if (!type) return "";
  const bytes = readFileSync(file);
  return bytes.length > largestPicture ? "" : `data:${type};base64,${bytes.toString("base64")}`;
}
