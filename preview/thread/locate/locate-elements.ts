import { AsyncLocalStorage } from "node:async_hooks";
import type { ElementPlace } from "../../protocol/index.ts";
import type { Letterpress } from "../letterpress.ts";
import type { LoadedEmail } from "../load/load-email.ts";
import type { PropsVariant } from "../load/name-variants.ts";
import { createLocator, type Locator } from "./locator.ts";
import { locatorKey } from "./locator-key.ts";

/** What a located render gives; files are absolute. */
export interface LocatedElements {
  readonly html: string;
  readonly places: readonly ElementPlace[];
}

/** Renders an email with its elements marked. Other renders of the same moment are not touched. */
export async function locateElements({
  loaded,
  variant,
  letterpress,
}: {
  readonly loaded: LoadedEmail;
  readonly variant: PropsVariant;
  readonly letterpress: Letterpress;
}): Promise<LocatedElements> {
  const locator = createLocator();
  const { html } = await locators().run(locator, () =>
    letterpress.render(loaded.email, variant.props, { variant: variant.name }),
  );
  return { html, places: locator.places };
}

/** One for the thread, found by a symbol: the emails' own runtime reads it. */
function locators(): AsyncLocalStorage<Locator> {
  const holder = globalThis as { [key: symbol]: AsyncLocalStorage<Locator> | undefined };
  const key = Symbol.for(locatorKey);
  holder[key] ??= new AsyncLocalStorage<Locator>();
  return holder[key];
}
