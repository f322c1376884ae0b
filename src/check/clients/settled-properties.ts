/** CSS 2.1 and what mail clients took over from it long ago: no one needs to test whether it is known. */
const settled = new Set(
  (
    "supported-color-schemes azimuth background background-attachment border-collapse border-spacing bottom caption-side clear " +
    "clip color content counter-increment counter-reset cursor direction display empty-cells float " +
    "height left letter-spacing line-height max-height max-width min-height min-width orphans outline " +
    "overflow page-break-after page-break-before page-break-inside position quotes right table-layout " +
    "text-align text-decoration text-indent text-transform top unicode-bidi vertical-align visibility " +
    "white-space widows width word-spacing word-wrap z-index zoom " +
    // Of Outlook's own.
    "tab-interval text-underline text-underline-color text-underline-style " +
    // What no reader sees the lack of.
    "accent-color contain content-visibility isolation pointer-events text-rendering touch-action will-change"
  ).split(" "),
);

/** Properties of which caniemail.com tests a few for all, and those of one maker. */
const families =
  /^(?:-|mso-|(?:align|animation|background|border|column|flex|font|grid|inset|justify|list-style|margin|mask|order|outline|overflow|padding|place|row-gap|scroll|text-decoration|transition)(?:-|$))/;

/** Whether it is known, or told by other rules, what mail clients make of a property. */
export function isSettled(property: string): boolean {
  return settled.has(property) || families.test(property);
}
