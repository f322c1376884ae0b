/** What was looked at: whether what a rule finds in foreign templates is right, and how that was seen. */
export interface Review {
  readonly verdict: "right" | "partly";
  readonly because: string;
}

/** By name of the rule; each that finds anything in the templates is here. */
export const reviews: Readonly<Record<string, Review>> = {
  title: {
    verdict: "right",
    because:
      "React Email's `<Head>` has no title unless one is written; a screen reader reads the file's address in its place. Most templates never do",
  },
  "css-values": {
    verdict: "right",
    because:
      "Tailwind without `pixelBasedPreset` writes rem: Outlook for Windows and Yahoo drop those paddings and sizes. Found false and put right: `border-radius`, whose loss is square corners and no reader's trouble",
  },
  contrast: {
    verdict: "right",
    because:
      "axe-core in Chromium tells of the same pairs, to the hundredth, but for two texts of one letter, which it leaves out: React Email's own link blue `#067df7` has 3.97:1, Tailwind's `blue-500` 3.76:1, white on `#007ee6` 4.10:1. One that it found and we did not is found now: `opacity`",
  },
  "preheader-length": {
    verdict: "right",
    because:
      "“Your code”, padded, is all that the inbox shows. A note: no one is harmed, the line is left empty",
  },
  "layout-table-role": {
    verdict: "right",
    because:
      "Hand-written tables without a role around the layout; React Email's own have one. The table with `<th>` in the same template is not told of",
  },
  "vague-link": {
    verdict: "right",
    because: "“link”, “Read more”, “Go”: out of their sentence they say nothing",
  },
  "image-dimensions": {
    verdict: "right",
    because:
      "No `width` attribute, or only in the style: Outlook for Windows shows the file as large as it is",
  },
  "unresolved-placeholders": {
    verdict: "partly",
    because:
      "Right for what is sent as it is; a template that another program fills in makes an exception, with that for its reason",
  },
  "inverted-contrast": {
    verdict: "right",
    because:
      "Dracula's bright green in a code block: by Gmail's inversion 1.8:1 on light grey. A note, and estimated",
  },
  "body-dir": {
    verdict: "right",
    because:
      "A fragment without `<Html>` and a template of 2005: the block in the body has no `dir`, which webmail needs",
  },
  "html-lang": { verdict: "right", because: "The same two have no language at all" },
  "background-image": {
    verdict: "right",
    because: "White text on a gradient, and white behind it where Outlook shows none",
  },
  "css-properties": {
    verdict: "right",
    because: "`object-fit` with other proportions than the file's: the picture is stretched there",
  },
  "link-address": {
    verdict: "right",
    because:
      "An `<a>` without `href`, blue and underlined around an address: it looks like a link, and pressing it does nothing",
  },
  "target-size": { verdict: "right", because: "A button with 16 px of height" },
  "gmail-styles": { verdict: "right", because: "A `<style>` in the body, which Gmail drops" },
  charset: { verdict: "right", because: "A fragment without `<Head>`" },
  viewport: { verdict: "right", because: "A fragment without `<Head>`" },
  "preheader-missing": { verdict: "right", because: "Pictures alone, without a word before them" },
  "alt-file-name": { verdict: "right", because: '`alt="Alt text"` was left as it came' },
  "data-table-headers": { verdict: "right", because: "`<th>` without `scope`" },
  "body-lang": {
    verdict: "partly",
    because:
      "The body says German in a Hebrew document: meant so by its author there, and in most mails a slip",
  },
  "html-elements": {
    verdict: "right",
    because: "An inline `<svg>`, which four clients do not show",
  },
  "dark-contrast": {
    verdict: "right",
    because: "Tailwind's `blue-600` on the black of the template's own dark mode: 4.00:1",
  },
  "image-only": { verdict: "right", because: "Two pictures and four words" },
};
