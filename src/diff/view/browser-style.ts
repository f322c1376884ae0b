import { closest, type EmailElement } from "../../check/document/element.ts";

const headings: Readonly<Record<string, string>> = {
  ...{ h1: "0.67em", h2: "0.83em", h3: "1em", h4: "1.33em", h5: "1.67em", h6: "2.33em" },
};

const byName: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  p: { "margin-top": "1em", "margin-bottom": "1em" },
  ul: { "margin-top": "1em", "margin-bottom": "1em", "padding-left": "40px" },
  ol: { "margin-top": "1em", "margin-bottom": "1em", "padding-left": "40px" },
  dl: { "margin-top": "1em", "margin-bottom": "1em" },
  dd: { "margin-left": "40px" },
  pre: { "margin-top": "1em", "margin-bottom": "1em", "font-family": "monospace" },
  blockquote: { margin: "1em 40px" },
  center: { "text-align": "center" },
  th: { "text-align": "center", "font-weight": "700" },
  ...{ b: { "font-weight": "700" }, strong: { "font-weight": "700" } },
  ...{ i: { "font-style": "italic" }, em: { "font-style": "italic" } },
  ...{ u: { "text-decoration": "underline" }, ins: { "text-decoration": "underline" } },
  ...{ s: { "text-decoration": "line-through" }, del: { "text-decoration": "line-through" } },
  ...{ code: { "font-family": "monospace" }, kbd: { "font-family": "monospace" } },
  ...{ sup: { "vertical-align": "super" }, sub: { "vertical-align": "sub" } },
};

/** What a browser applies without being told, and what HTML's own attributes say; any rule wins over it. */
export function browserStyle(element: EmailElement): Readonly<Record<string, string>> {
  const { name, attributes } = element;
  const heading = headings[name];
  const style: Record<string, string> = { ...byName[name] };
  if (heading) {
    Object.assign(style, { "margin-top": heading, "margin-bottom": heading, "font-weight": "700" });
  }
  if (name === "a" && attributes.has("href")) {
    Object.assign(style, { color: "#0000ee", "text-decoration": "underline" });
  }
  if (name === "td" || name === "th") {
    style.padding = pixels(closest(element, "table")?.attributes.get("cellpadding") ?? "1");
  }
  const said: readonly (readonly [property: string, value: string | undefined])[] = [
    ["background-color", attributes.get("bgcolor")],
    [name === "table" || name === "img" ? "float" : "text-align", attributes.get("align")],
    ["vertical-align", attributes.get("valign")],
    ["width", withUnit(attributes.get("width"))],
    ["height", withUnit(attributes.get("height"))],
    ["color", name === "font" ? attributes.get("color") : undefined],
    ["font-family", name === "font" ? attributes.get("face") : undefined],
    ["direction", attributes.get("dir")],
    ["border", name === "table" ? bordered(attributes.get("border")) : undefined],
  ];
  for (const [property, value] of said) if (value) style[property] = value;
  return style;
}

function withUnit(length: string | undefined): string | undefined {
  return length === undefined ? undefined : pixels(length);
}

function pixels(length: string): string {
  return /^[\d.]+$/.test(length.trim()) ? `${length.trim()}px` : length;
}

function bordered(width: string | undefined): string | undefined {
  return width === undefined || width === "0" ? undefined : `${pixels(width)} outset`;
}
