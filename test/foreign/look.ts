import type { Page } from "playwright-core";

/** How a mail is looked at. */
export interface Look {
  readonly width: 800 | 375;
  readonly colorScheme: "light" | "dark";
}

/** All that a mail must look the same in. */
export const looks: readonly Look[] = [
  { width: 800, colorScheme: "light" },
  { width: 800, colorScheme: "dark" },
  { width: 375, colorScheme: "light" },
  { width: 375, colorScheme: "dark" },
];

/** What a browser makes of a mail. */
export interface Seen {
  readonly picture: Buffer;
  /** What each element computes to, in order. */
  readonly styles: readonly string[];
}

/** Opens HTML as a client would, and tells what it looks like. Nothing is fetched. */
export async function lookAt(page: Page, html: string, look: Look): Promise<Seen> {
  await page.setViewportSize({ width: look.width, height: 600 });
  await page.emulateMedia({ colorScheme: look.colorScheme, reducedMotion: "reduce" });
  await page.setContent(html, { waitUntil: "load" });
  const styles = await page.evaluate(readStyles);
  return { picture: await page.screenshot({ fullPage: true, animations: "disabled" }), styles };
}

/** Runs in the page. */
function readStyles(): string[] {
  return [...document.body.querySelectorAll("*")].map((element) => {
    const style = getComputedStyle(element);
    const values = [...style].map((name) => `${name}:${style.getPropertyValue(name)}`);
    return values.join(";").replaceAll('"', "'");
  });
}

/** Where two pages first compute to something else; undefined where nowhere. */
export function firstDifference(a: Seen, b: Seen): string | undefined {
  if (a.styles.length !== b.styles.length) {
    return `${a.styles.length} elements became ${b.styles.length}`;
  }
  for (const [at, style] of a.styles.entries()) {
    const others = readProperties(b.styles[at] ?? "");
    for (const [name, value] of readProperties(style)) {
      const other = others.get(name) ?? "";
      if (!isSame(value, other)) return `element ${at}: ${name}:${value} became ${other}`;
    }
  }
  return undefined;
}

function readProperties(style: string): Map<string, string> {
  const pairs = style.split(";").map((each): [string, string] => {
    const colon = each.indexOf(":");
    return [each.slice(0, colon), each.slice(colon + 1)];
  });
  // Variables compute to themselves, and are there for what uses them.
  return new Map(pairs.filter(([name]) => !name.startsWith("--")));
}

/** Lengths that lightningcss rounds, in px: less than any screen shows. */
const tolerance = 0.1;

/**
 * Whether two values are the same, or one is what finishing is there to write in the place of the
 * other: a colour of another space in sRGB, a finite radius for an infinite one.
 */
function isSame(a: string, b: string): boolean {
  if (a === b || /\b(?:ok)?l(?:ab|ch)\(/.test(a)) return true;
  const number = /-?\d+(?:\.\d+)?(?:e[+-]?\d+)?/g;
  const [left = [], right = []] = [a.match(number) ?? [], b.match(number) ?? []];
  return (
    a.replace(number, "") === b.replace(number, "") &&
    left.every((each, at) => {
      const other = Number(right[at]);
      return Number(each) > 1e6 ? other === 9999 : Math.abs(Number(each) - other) <= tolerance;
    })
  );
}
