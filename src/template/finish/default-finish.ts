import { bodyCellDark } from "./body-cell-dark.ts";
import { bodyLanguage } from "./body-language.ts";
import { columnMarks } from "./column-marks.ts";
import { compactStyles } from "./compact-styles.ts";
import type { FinishStep } from "./finish-step.ts";
import { headMetas } from "./head-metas.ts";
import { imagePreloads } from "./image-preloads.ts";
import { isolation } from "./isolation.ts";
import { officeNamespaces } from "./office-namespaces.ts";
import { preheaderPadding } from "./preheader-padding.ts";
import { reactComments } from "./react-comments.ts";
import { inlineStyles, styleSheets } from "./style-sheets.ts";
import { themeVariables } from "./theme-variables.ts";

/**
 * What is put right in every email, in this order.
 *
 * @example
 * render(email, props, { finish: [...defaultFinish, addTrackingPixel] });
 * render(email, props, { finish: defaultFinish.filter((step) => step.name !== "head-metas") });
 */
export const defaultFinish: readonly FinishStep[] = [
  reactComments,
  imagePreloads,
  officeNamespaces,
  headMetas,
  bodyLanguage,
  isolation,
  preheaderPadding,
  themeVariables,
  styleSheets,
  inlineStyles,
  bodyCellDark,
  compactStyles,
  columnMarks,
];
