import type { Fixtures } from "../fixture.ts";
import { accessibility } from "./accessibility.ts";
import { clientSupport } from "./client-support.ts";
import { document } from "./document.ts";
import { images } from "./images.ts";
import { inboxLine } from "./inbox-line.ts";
import { leftovers } from "./leftovers.ts";
import { links } from "./links.ts";
import { message } from "./message.ts";

/** Fixtures of all rules. */
export const fixtures: Fixtures = {
  ...document,
  ...leftovers,
  ...clientSupport,
  ...accessibility,
  ...links,
  ...images,
  ...inboxLine,
  ...message,
};
