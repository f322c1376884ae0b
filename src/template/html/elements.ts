/** Elements that have no content and no end tag. @see https://html.spec.whatwg.org/#void-elements */
export const voidElements: ReadonlySet<string> = new Set(
  "area base br col embed hr img input link meta param source track wbr".split(" "),
);

/**
 * Elements whose content is text up to their end tag. `noscript` is not among them: no mail client
 * runs scripts, so its content is ordinary HTML.
 *
 * @see https://html.spec.whatwg.org/#parsing-html-fragments
 */
export const rawTextElements: ReadonlySet<string> = new Set(
  "style script title textarea xmp iframe noembed noframes".split(" "),
);

/** Elements that begin a line of their own. @see https://html.spec.whatwg.org/#flow-content-3 */
export const blockElements: ReadonlySet<string> = new Set(
  (
    "address article aside blockquote body center dd details dialog dir div dl dt fieldset " +
    "figcaption figure footer form h1 h2 h3 h4 h5 h6 header hgroup hr html legend li listing main " +
    "menu nav ol optgroup option p plaintext pre search section summary table tbody td tfoot th " +
    "thead tr ul xmp"
  ).split(" "),
);
