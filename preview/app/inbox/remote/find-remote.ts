import { attributeOf, findAllIn, localNameOf, wordsOf } from "../../frame/email-dom.ts";
import { type CssUse, findCssAddresses } from "./css-addresses.ts";

/** What a message would ask others for. */
export type RemoteUse = CssUse | "video or sound" | "connection ahead of time";

/** What a message names that is not in it. */
export interface RemoteContent {
  /** How many different addresses there are, by use; those of none are left out. */
  readonly counts: ReadonlyMap<RemoteUse, number>;
  /** Whom it would ask, in the order of the message. */
  readonly hosts: readonly string[];
}

/** Attributes of SVG that hold CSS, and may name a picture in it (SVG 2, "Presentation attributes"). */
const presentation = [
  ...["fill", "stroke", "filter", "mask", "clip-path", "cursor"],
  ...["marker-start", "marker-mid", "marker-end"],
] as const;

/** Elements and attributes that name something to load; whatever is new to a browser is held back too. */
const loading = [
  ...["[src]", "[srcset]", "[imagesrcset]", "[background]", "[poster]", "[style]", "style"],
  ...["link[href]", "image", "feImage", "use", "object[data]"],
  ...presentation.map((name) => `[${name}*="("]`),
].join(", ");

const media = /^(?:video|audio|track|embed|object)$/;

/** An address that names no host, as a relative one, is at this. */
const nowhere = "relative.invalid";

/**
 * Finds what a message would load from elsewhere, to tell it; the frame's policy holds it back,
 * found or not.
 */
export function findRemote(html: string): RemoteContent {
  const uses = new Map<RemoteUse, Set<string>>();
  const hosts = new Set<string>();
  const take = (use: RemoteUse, address: string | null) => {
    const url = remoteUrl(address);
    if (!url) return;
    hosts.add(url.host);
    const known = uses.get(use) ?? new Set();
    uses.set(use, known.add(url.href));
  };
  const takeCss = (css: string) => {
    for (const { use, address } of findCssAddresses(css)) take(use, address);
  };
  for (const element of elementsOf(html)) {
    const name = localNameOf(element);
    const has = (attribute: string) => attributeOf(element, attribute);
    const use = media.test(name) ? "video or sound" : "picture";
    if (name === "link") take(linkUse(has("rel") ?? ""), has("href"));
    else if (name === "style") takeCss(wordsOf(element));
    else if (/^(?:image|feImage|use)$/i.test(name)) take(use, has("href") ?? has("xlink:href"));
    // What is framed or run is never shown.
    if (!/^(?:i?frame|script|link)$/.test(name)) take(use, has("src"));
    if (name === "object") take(use, has("data"));
    take("picture", has("background"));
    take("picture", has("poster"));
    const sets = `${has("srcset") ?? ""},${has("imagesrcset") ?? ""}`;
    for (const address of addressesOf(sets)) take("picture", address);
    for (const css of ["style", ...presentation]) takeCss(has(css) ?? "");
  }
  return { counts: new Map([...uses].map(([use, { size }]) => [use, size])), hosts: [...hosts] };
}

/** Of a parsed document that is never shown: it loads nothing and runs nothing. */
function elementsOf(html: string): readonly Element[] {
  const document = new DOMParser().parseFromString(html, "text/html");
  // What stands in a template is of a document of its own, and may be shown as a shadow.
  const templates = findAllIn(document, "template").flatMap((template) =>
    elementsOf((template as HTMLTemplateElement).innerHTML),
  );
  return [...findAllIn(document, loading), ...templates];
}

function linkUse(rel: string): RemoteUse {
  return /(?:^|\s)stylesheet(?:\s|$)/i.test(rel) ? "style sheet" : "connection ahead of time";
}

/** HTML, "Parse a srcset attribute": an address ends in white space, and may hold a comma. */
function addressesOf(srcset: string): readonly string[] {
  return [...srcset.matchAll(/(?:^|,)\s*,*([^\s,]\S*)/g)].map(([, address = ""]) => address);
}

function remoteUrl(address: string | null): URL | null {
  if (!address) return null;
  try {
    const url = new URL(address, `http://${nowhere}/`);
    return /^(?:https?|ftp|wss?):$/.test(url.protocol) && url.host !== nowhere ? url : null;
  } catch {
    return null;
  }
}
