import type { Rule } from "../rule.ts";
import { accountWords } from "./account-words.ts";
import { allCaps } from "./all-caps.ts";
import { altFileName } from "./alt-file-name.ts";
import { altLength } from "./alt-length.ts";
import { ambiguousLinks } from "./ambiguous-links.ts";
import { aria } from "./aria.ts";
import { backgroundImage } from "./background-image.ts";
import { bodyDir } from "./body-dir.ts";
import { bodyLang } from "./body-lang.ts";
import { charset } from "./charset.ts";
import { clippedByGmail } from "./clipped-by-gmail.ts";
import { codeInInboxLine } from "./code-in-inbox-line.ts";
import { colorSchemeMetas } from "./color-scheme-metas.ts";
import { conditionalComments } from "./conditional-comments.ts";
import { contentIds } from "./content-ids.ts";
import { contrast } from "./contrast.ts";
import { cssLayout } from "./css-layout.ts";
import { cssProperties } from "./css-properties.ts";
import { cssValues } from "./css-values.ts";
import { darkContrast } from "./dark-contrast.ts";
import { darkLogo } from "./dark-logo.ts";
import { dataTableHeaders } from "./data-table-headers.ts";
import { deceptiveLink } from "./deceptive-link.ts";
import { doctype } from "./doctype.ts";
import { duplicateId } from "./duplicate-id.ts";
import { eventAttributes } from "./event-attributes.ts";
import { externalStyles } from "./external-styles.ts";
import { fakeHeading } from "./fake-heading.ts";
import { flatMediaQueries } from "./flat-media-queries.ts";
import { fontFallback } from "./font-fallback.ts";
import { frameworkComments } from "./framework-comments.ts";
import { fromName } from "./from-name.ts";
import { gmailStyles } from "./gmail-styles.ts";
import { headings } from "./headings.ts";
import { htmlElements } from "./html-elements.ts";
import { htmlLang } from "./html-lang.ts";
import { imageAddress } from "./image-address.ts";
import { imageAlt } from "./image-alt.ts";
import { imageAnswers } from "./image-answers.ts";
import { imageDimensions } from "./image-dimensions.ts";
import { imageFormats } from "./image-formats.ts";
import { imageGap } from "./image-gap.ts";
import { imageMissing } from "./image-missing.ts";
import { imageOnly } from "./image-only.ts";
import { imageRatio } from "./image-ratio.ts";
import { imageResolution } from "./image-resolution.ts";
import { imageWeight } from "./image-weight.ts";
import { insecureImage } from "./insecure-image.ts";
import { insecureLink } from "./insecure-link.ts";
import { invertedContrast } from "./inverted-contrast.ts";
import { justifiedText } from "./justified-text.ts";
import { layoutTableRole } from "./layout-table-role.ts";
import { lineHeight } from "./line-height.ts";
import { linkAddress } from "./link-address.ts";
import { linkAnchor } from "./link-anchor.ts";
import { linkAnswers } from "./link-answers.ts";
import { linkCredentials } from "./link-credentials.ts";
import { linkDistinct } from "./link-distinct.ts";
import { linkHost } from "./link-host.ts";
import { linkLength } from "./link-length.ts";
import { linkName } from "./link-name.ts";
import { linkShortener } from "./link-shortener.ts";
import { linkedImageAlt } from "./linked-image-alt.ts";
import { lostCharacters } from "./lost-characters.ts";
import { messageLimits } from "./message-limits.ts";
import { missingTranslation } from "./missing-translation.ts";
import { motion } from "./motion.ts";
import { nesting } from "./nesting.ts";
import { noForm } from "./no-form.ts";
import { noReply } from "./no-reply.ts";
import { noScript } from "./no-script.ts";
import { personalTag } from "./personal-tag.ts";
import { postalAddress } from "./postal-address.ts";
import { postmarkLimits } from "./postmark-limits.ts";
import { preheaderLeak } from "./preheader-leak.ts";
import { preheaderLength } from "./preheader-length.ts";
import { preheaderMissing } from "./preheader-missing.ts";
import { preheaderPadding } from "./preheader-padding.ts";
import { preheaderRepeatsSubject } from "./preheader-repeats-subject.ts";
import { privateHosts } from "./private-hosts.ts";
import { readingOrder } from "./reading-order.ts";
import { sampleHosts } from "./sample-hosts.ts";
import { sampleText } from "./sample-text.ts";
import { scriptUrls } from "./script-urls.ts";
import { spamPoints } from "./spam-points.ts";
import { subjectCharacters } from "./subject-characters.ts";
import { subjectLength } from "./subject-length.ts";
import { subjectMissing } from "./subject-missing.ts";
import { subjectPrefix } from "./subject-prefix.ts";
import { subjectShouting } from "./subject-shouting.ts";
import { targetSize } from "./target-size.ts";
import { textComplete } from "./text-complete.ts";
import { textGluedUrls } from "./text-glued-urls.ts";
import { textLineLength } from "./text-line-length.ts";
import { textMissing } from "./text-missing.ts";
import { textSize } from "./text-size.ts";
import { textViewInBrowser } from "./text-view-in-browser.ts";
import { threadFolding } from "./thread-folding.ts";
import { title } from "./title.ts";
import { trackedSecret } from "./tracked-secret.ts";
import { unrenderedValues } from "./unrendered-values.ts";
import { unresolvedPlaceholders } from "./unresolved-placeholders.ts";
import { unsubscribe } from "./unsubscribe.ts";
import { untestedSupport } from "./untested-support.ts";
import { vagueLink } from "./vague-link.ts";
import { viewport } from "./viewport.ts";
import { vml } from "./vml.ts";

/** All rules, by subject. */
export const rules: readonly Rule[] = [
  // document
  bodyDir,
  bodyLang,
  charset,
  colorSchemeMetas,
  conditionalComments,
  doctype,
  duplicateId,
  eventAttributes,
  flatMediaQueries,
  frameworkComments,
  htmlLang,
  nesting,
  noForm,
  noScript,
  scriptUrls,
  title,
  viewport,
  // leftovers
  missingTranslation,
  privateHosts,
  sampleHosts,
  sampleText,
  unrenderedValues,
  unresolvedPlaceholders,
  // client support
  backgroundImage,
  cssLayout,
  cssProperties,
  cssValues,
  externalStyles,
  fontFallback,
  gmailStyles,
  htmlElements,
  imageFormats,
  untestedSupport,
  vml,
  // size
  clippedByGmail,
  postmarkLimits,
  // accessibility
  allCaps,
  altFileName,
  altLength,
  ambiguousLinks,
  aria,
  contrast,
  dataTableHeaders,
  fakeHeading,
  headings,
  imageAlt,
  justifiedText,
  layoutTableRole,
  lineHeight,
  linkDistinct,
  linkName,
  linkedImageAlt,
  motion,
  readingOrder,
  targetSize,
  textSize,
  vagueLink,
  // links
  deceptiveLink,
  insecureLink,
  linkAddress,
  linkAnchor,
  linkAnswers,
  linkCredentials,
  linkHost,
  linkLength,
  linkShortener,
  trackedSecret,
  // images
  imageAddress,
  imageAnswers,
  imageDimensions,
  imageGap,
  imageMissing,
  imageOnly,
  imageRatio,
  imageResolution,
  imageWeight,
  insecureImage,
  // inbox line
  fromName,
  noReply,
  preheaderLeak,
  preheaderLength,
  preheaderMissing,
  preheaderPadding,
  preheaderRepeatsSubject,
  subjectCharacters,
  subjectLength,
  subjectMissing,
  subjectPrefix,
  subjectShouting,
  threadFolding,
  // text part
  textComplete,
  textGluedUrls,
  textLineLength,
  textMissing,
  textViewInBrowser,
  // dark mode
  darkContrast,
  darkLogo,
  invertedContrast,
  // spam
  spamPoints,
  // transactional sense
  accountWords,
  codeInInboxLine,
  personalTag,
  postalAddress,
  unsubscribe,
  // message
  contentIds,
  messageLimits,
  lostCharacters,
];
