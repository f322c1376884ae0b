/** When caniemail.com's data was last changed. Written by `npm run update-caniemail`. */
export const supportDate = "2025-09-09";

/**
 * What caniemail.com (MIT, github.com/hteumeuleu/caniemail) knows of each feature: one letter for each
 * client in the order of `clients`. y: supported, a: partly, n: not, u: unknown.
 */
export const supportData =
  "css-accent-color:nnnyynyunu css-align-items:nnyyynyyyn css-animation:nnnyynyynn " +
  "css-aspect-ratio:nnnyynnnyn css-at-font-face:nanyynyynn css-at-import:nynyynnnnn " +
  "css-at-keyframes:nnnyynyynn css-at-media-device-pixel-ratio:nnyyynynnn " +
  "css-at-media-hover:nnyyynyuyu css-at-media-orientation:nnyaynynny " +
  "css-at-media-prefers-color-scheme:nnyyynynnn " +
  "css-at-media-prefers-reduced-motion:nnyyynynan css-at-media:anayyaanay " +
  "css-at-supports:nnnyyyynnn css-backdrop-filter:nnnyynyuun " +
  "css-background-blend-mode:anyyynyyyn css-background-clip:anyyynyyyn " +
  "css-background-color:yyyyyyyyya css-background-image:ynyyyayyya " +
  "css-background-origin:anyyynyyyn css-background-position:ynyyyyyyya " +
  "css-background-repeat:ynyyyyyyya css-background-size:anyyyyyyyn css-background:yayyyayyya " +
  "css-block-inline-size:nnnyynyyyn css-border-collapse:yyyyyyyyuy " +
  "css-border-image:nnnyynyyyn css-border-inline-block-individual:nnnyanauyn " +
  "css-border-inline-block-longhand:nnnyynyuyn css-border-inline-block:nnnynnnuyn " +
  "css-border-radius-logical:nnnynnnuyu css-border-radius:ynyyyayyyn " +
  "css-border-spacing:ynyyyyyyuy css-border:yayyyyyyyy css-box-shadow:nnyyynyyyn " +
  "css-box-sizing:ynyyynyyyy css-caption-side:ynyyyyyyyy css-clear:anyyyayuya " +
  "css-clip-path:nnnyynyyyn css-color-scheme:nnnyynyyyn css-column-count:ynyyynyyyn " +
  "css-column-layout-properties:ynyyynyyyu css-comments:ayyyyayyun " +
  "css-conic-gradient:nnnyynayyu css-cursor:nunnanuyaa css-direction:yyyyyyyyyy " +
  "css-display-flex:anyyyyyyyn css-display-grid:nnyyynyyyn css-display-none:yayyyyyyyy " +
  "css-display:aayyyayyya css-empty-cells:ynyyynyuuu css-filter:nnnyynyyyn " +
  "css-flex-direction:nnyyynyyyn css-flex-wrap:nnyyynyyyn css-float:anyyyayyya " +
  "css-font-kerning:ynyyynyyun css-font-size:yayyyaayua css-font-stretch:nnyyynnyyu " +
  "css-font-weight:yayyyayyyy css-font:yyyyyyyyyy css-function-clamp:annyynnyyn " +
  "css-function-light-dark:nnnyynayan css-function-max:annyynnyyn " +
  "css-function-min:annyynnyyn css-gap:anayynyyyn css-grid-template:nnnyynyyyn " +
  "css-height:yayyynyyyy css-hyphenate-character:nnnyynyuun " +
  "css-hyphenate-limit-chars:nnnnnnnnun css-hyphens:nnnyynyuuu css-important:aayyyayyan " +
  "css-inline-size:nnnnnnyyyn css-inset:nnnyynnyun css-intrinsic-size:anyyynnyyu " +
  "css-justify-content:nnyyynyyyn css-left-right-top-bottom:nnyyynayyy " +
  "css-letter-spacing:yayyyyyyyy css-line-height:yayyyyyyyy css-linear-gradient:annyynayyn " +
  "css-list-style-image:nnnyynyyny css-list-style-position:ynyyyyyyyy " +
  "css-list-style-type:yyyyyyyyyy css-list-style:aayyyayyay " +
  "css-margin-block-start-end:nnnnynyuyn css-margin-inline-block:nnnnynnyyn " +
  "css-margin-inline-start-end:nnnnynyuyn css-margin:aaayyayyyy css-mask-image:nnnyynyuun " +
  "css-max-block-size:nnnyynyuyu css-max-height:ynyyyyyyyy css-max-inline-size:nnnyynyuyn " +
  "css-max-width:yayyyayyyy css-min-block-size:nnnyynyuyn css-min-height:ynyyyyyyyy " +
  "css-min-inline-size:nnnyynyuyu css-min-width:ynyyyyyyyy css-mix-blend-mode:anyyynyyyn " +
  "css-modern-color:nnnyynnnyu css-nesting:nnnyanayuu css-object-fit:anyyynyyyn " +
  "css-object-position:anyyynyyyn css-opacity:ynyyyyyyyn css-orphans:nnyyynyuun " +
  "css-outline-offset:nnnyynyyyn css-outline:ynyyyyyyyy css-overflow-wrap:nnnaanyuuu " +
  "css-overflow:anaaaaayaa css-padding-block-start-end:nnnnynyuyn " +
  "css-padding-inline-block:nnnnynnuyn css-padding-inline-start-end:nnnnynyuyn " +
  "css-padding:yayyyyyyyy css-position:nnaaaaayyy css-pseudo-class-active:nnannynyyy " +
  "css-pseudo-class-checked:nnayyyyynn css-pseudo-class-first-child:nnayyyyyny " +
  "css-pseudo-class-first-of-type:nnayyyyynn css-pseudo-class-focus:nnannyyyyy " +
  "css-pseudo-class-has:nnnyynynyn css-pseudo-class-hover:nnayyyyyyn " +
  "css-pseudo-class-lang:nnnyynyuyu css-pseudo-class-last-child:nnayyyyyny " +
  "css-pseudo-class-last-of-type:nnayyyyynn css-pseudo-class-link:nyayyyyyny " +
  "css-pseudo-class-not:nnnyynyynn css-pseudo-class-nth-child:nnnyynyynn " +
  "css-pseudo-class-nth-last-child:nnnyynyynn css-pseudo-class-nth-last-of-type:nnnyynyynn " +
  "css-pseudo-class-nth-of-type:nnnyynyynn css-pseudo-class-only-child:nnayyyyyny " +
  "css-pseudo-class-only-of-type:nnayyyyyny css-pseudo-class-target:nnannyyyny " +
  "css-pseudo-class-visited:nnannynyny css-pseudo-element-after:nnayynyynn " +
  "css-pseudo-element-before:nnayynyynn css-pseudo-element-first-letter:nnayyyyyny " +
  "css-pseudo-element-first-line:nnayyyyyny css-pseudo-element-marker:nnnyyyyyyu " +
  "css-pseudo-element-placeholder:nnayyyyynn css-radial-gradient:annyynyyyn " +
  "css-resize:nnnnanyuun css-rgb:aayyyayyya css-rgba:anyyyayyyn css-scroll-snap:nnnyynyyyu " +
  "css-selector-adjacent-sibling:anyyyyyyna css-selector-attribute:anayyayynn " +
  "css-selector-chaining:annyyyyyna css-selector-child:anyyyyyynn " +
  "css-selector-class:ayyyyyyyny css-selector-descendant:ayyyyyyyna " +
  "css-selector-general-sibling:anyyyyyynn css-selector-grouping:ayyyyyyyna " +
  "css-selector-id:ayyyyyyyny css-selector-type:ayyyyyyynn css-selector-universal:anyyyyyyny " +
  "css-shape-margin:nnnyynyyuu css-shape-outside:nnnyynyyuu css-sytem-ui:anyyyaaayy " +
  "css-tab-size:nnyyynyuun css-table-layout:ynyyyyyuuu css-text-align-last:ynnyynyuuu " +
  "css-text-align:aayyyayyyy css-text-decoration-color:anyyyyyyyn " +
  "css-text-decoration-line:ynyyyyyyyn css-text-decoration-skip-ink:nnnyynyyyn " +
  "css-text-decoration-style:ynyyyyyyun css-text-decoration-thickness:nnnyynnyyn " +
  "css-text-decoration:aayyyyyyya css-text-emphasis-position:nnnyynnuyn " +
  "css-text-emphasis:nnyyynnuyn css-text-indent:ayyyyayyyy css-text-justify:naannnnuua " +
  "css-text-orientation:ynyyynyyyn css-text-overflow:anyyynnyyn css-text-shadow:nnnyyyyyyy " +
  "css-text-transform:yayyyyyyyy css-text-underline-offset:nnnyynyyyn " +
  "css-text-underline-position:anyaanyyyn css-text-wrap:nnnyynyuun css-transform:nnnyynyyyn " +
  "css-transition:nnnyyaayyu css-unit-calc:annyynyyyn css-unit-ch:ynyyynyyyn " +
  "css-unit-cm:yyyyyyyyyy css-unit-em:yyyyyyyyyy css-unit-ex:yyyyyyyyyy " +
  "css-unit-in:yyyyyyyyyy css-unit-initial:anyyynyyyn css-unit-mm:yyyyyyyyyy " +
  "css-unit-pc:yyyyyyyyyy css-unit-percent:yyyyyyyyyy css-unit-pt:yyyyyyyyyy " +
  "css-unit-px:yyyyyyyyyy css-unit-rem:ynyyynyyyn css-unit-vh:ynyayyyyyn " +
  "css-unit-vmax:ynyyynyyyn css-unit-vmin:ynyyynyyyn css-unit-vw:ynyyyyyyyn " +
  "css-user-select:nnnaynyuun css-variables:nnnyynyyyn css-vertical-align:yyyyyyyyyy " +
  "css-visibility:nnyyyyyyyy css-white-space-collapse:nnnyynyuuu css-white-space:anyyyanyyy " +
  "css-widows:nnyyynyuun css-width:yayyyyyyyy css-word-break:ayaaanayyn " +
  "css-word-spacing:ynyyyayyya css-word-wrap:anyyyyuuuu css-writing-mode:anyyynyyyn " +
  "css-z-index:nnyyyyyyyy html-abbr:ynyyynyyyy html-acronym:ynyyynyyuy " +
  "html-address:yyyyyyyyyy html-align:yyyyyyyyay html-anchor-links:nyyyynnyyy " +
  "html-aria-describedby:nnyyynynyn html-aria-hidden:yyyyynynyn html-aria-label:yyyyynynyn " +
  "html-aria-labelledby:nnnyynynyn html-aria-live:yanyynynyn html-audio:nnnyynyynn " +
  "html-background:aayyyyyyyy html-base:ayayyayyan html-bdi:nnnyynyyyn " +
  "html-blockquote:yyyyyyyyyy html-body:ayayynyyny html-button-reset:anyyynyayn " +
  "html-button-submit:annyynyyyn html-cellpadding:yyyyyyyyuy html-cellspacing:yyyyyyyyuy " +
  "html-code:yyyyyyyyyy html-comments:yyyyyyyyuy html-del:yyyyyyyyyy html-dfn:yayyyyyyyy " +
  "html-dialog:nnnyynyynn html-dir:yayyyyyyyn html-div:yyyyyyyyyy html-doctype:ynyyynnnyy " +
  "html-form:anayynyynn html-h1-h6:yyyyyyyyyy html-height:yayyyyyyyy html-hidden:nnnyynyyyn " +
  "html-hr:yyyyyyyyyu html-image-maps:yyyyynyyyy html-img:yyyyyyyuyu " +
  "html-input-checkbox:ynyyyyyann html-input-hidden:ynyyyyyann html-input-radio:ynyyyyyann " +
  "html-input-reset:anyyyyyann html-input-submit:annyynyynn html-input-text:ynyyynnann " +
  "html-lang:yyyyyayyyn html-link:nynyynnnnn html-lists:aaayyayyyy " +
  "html-loading-attribute:nnnyynyyyn html-mailto-links:yyyyyayyyy html-marquee:nnayyayyan " +
  "html-meta-color-scheme:nnnnynnynn html-meter:nnyyynyyyn html-object:nnnyanaann " +
  "html-p:yyyyyyyyyy html-picture:nnnyanyynn html-popover:nnnyynannu html-pre:yyyyyyyyyy " +
  "html-progress:nnnyynyyyn html-required:nnnyynyyan html-role:yyyyyayyyn html-rp:nnyyyyyyyn " +
  "html-rt:nnyyyyyyyn html-ruby:nnyyyyyyyn html-select:anyaynyayn html-semantics:anayynyyyn " +
  "html-small:yyyyyyyyyy html-span:yyyyyyyyyy html-srcset:nnnyynyynn html-strike:ayyyyyyyyy " +
  "html-strong:yyyyyyyyyy html-style:aayyyyyyyn html-svg:nnnyanyyyn html-table:yyyyyyyyyy " +
  "html-target:nanaanaann html-textarea:ynyyynnayn html-valign:yyyyyyyyyy " +
  "html-video:nnnaynaynn html-wbr:nnyyyyyyyn html-width:yayyyyyyyy image-apng:nnyyyyyyyy " +
  "image-avif:anyyyyyyyn image-base64:nayyyyyyya image-bmp:ayyyyyyyyy image-gif:yayyyyyyyy " +
  "image-hdr:nnnnnnnnnn image-heif:annyynnnan image-ico:ynyyyyyyyy image-jpg:yyyyyyyyyy " +
  "image-mp4:nnyyynnnyn image-png:yyyyyyyyyy image-svg:nyyyyyyyyy image-tiff:annyynnnyn " +
  "image-webp:anyyyyyyyy ";
