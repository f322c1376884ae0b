/**
 * What a label ends with that leads on by itself, or that a colon must not follow: the end of a
 * sentence or a clause in any script, an ellipsis, a dash, an arrow or a sign that is used as one;
 * marks that close something may come behind it.
 */
const leadsOn =
  /(?:\p{Terminal_Punctuation}|[…‥⋯–—‹›«»]|(?<=[\s=>-])>|(?<=\s)\||[\u2190-\u21ff\u25b2-\u25c5\u261a-\u261f\u276c-\u2771\u2794-\u27be\u27f0-\u27ff\u2900-\u297f\u2b00-\u2bff]|[\u{1f446}-\u{1f449}\u{1f800}-\u{1f8ff}])[\ufe0e\ufe0f\u200e\u200f]*["'”’)\]}」』》〉】）\u2069]*$/u;

/** A link that has a line for itself: `Track order: https://…`, but `Where is it? https://…`. */
export function joinLabel(label: string, address: string): string {
  return leadsOn.test(label) ? `${label} ${address}` : `${label}: ${address}`;
}
