/** In what the page of a live preview and that of an export differ. */
export interface PagePolicyOptions {
  /** Sources of scripts besides the page's own origin. */
  readonly scripts?: readonly string[];
  /** Who may frame the page; a page can say so in a header only. */
  readonly frameAncestors?: "'self'";
}

/**
 * What the app's page may do, as a Content-Security-Policy. An email shown in a frame of the page
 * inherits this: its pictures, styles and fonts load, its scripts do not run, even if the frame
 * forgot to forbid them.
 */
export function pagePolicy({ scripts = [], frameAncestors }: PagePolicyOptions): string {
  return [
    "default-src 'self'",
    ["script-src 'self'", ...scripts].join(" "),
    "style-src 'self' 'unsafe-inline' http: https:",
    "img-src 'self' data: blob: http: https:",
    "font-src 'self' data: http: https:",
    "media-src 'self' data: blob: http: https:",
    "connect-src 'self'",
    "frame-src 'self' blob: data:",
    "object-src 'none'",
    // A frame has this policy too, and its document the page's base.
    "base-uri 'self'",
    "form-action 'none'",
    ...(frameAncestors ? [`frame-ancestors ${frameAncestors}`] : []),
  ].join("; ");
}
