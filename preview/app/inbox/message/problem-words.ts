import type { ProblemEffect } from "../../../protocol/index.ts";

/** How a problem is called: in a line of the list, and as what it means for the whole message. */
export const effectWords: Readonly<
  Record<ProblemEffect, { readonly label: string; readonly title: string }>
> = {
  exposed: { label: "Exposed", title: "Recipients would see what they should not" },
  refused: { label: "Refused", title: "Postmark would refuse this" },
  ignored: { label: "Ignored", title: "Postmark would ignore part of this" },
  unsure: { label: "Not documented", title: "Postmark does not say what happens here" },
};
