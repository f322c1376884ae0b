import { Isolated } from "./isolated.tsx";
import type { Locale } from "./locale/locale.ts";
import { sharedWords } from "./locale/shared-words.tsx";

/** "Hello Ada. " before the first sentence; nothing when the name is not known. */
export function Greeting({
  name,
  locale = "en",
}: {
  readonly name?: string | undefined;
  readonly locale?: Locale | undefined;
}) {
  if (!name) return null;
  return sharedWords[locale].greeting(<Isolated>{name}</Isolated>);
}
