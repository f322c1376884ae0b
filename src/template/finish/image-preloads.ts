import { getAttribute } from "../html/attributes.ts";
import { removeToken } from "../html/token.ts";
import type { FinishStep } from "./finish-step.ts";

/** Takes out the `<link rel="preload" as="image">` that React adds for every image: no mail client reads it. */
export const imagePreloads: FinishStep = {
  name: "image-preloads",
  apply({ tokens }) {
    for (const token of tokens) {
      if (token.type !== "open" || token.name !== "link") continue;
      const isPreload = getAttribute(token, "rel") === "preload";
      if (isPreload && getAttribute(token, "as") === "image") removeToken(token);
    }
  },
};
