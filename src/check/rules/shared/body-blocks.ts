import type { CheckedEmail } from "../../document/checked-email.ts";
import { childElements, type EmailElement } from "../../document/element.ts";

const inline =
  /^(?:a|abbr|b|bdi|bdo|big|br|cite|code|del|dfn|em|font|i|img|ins|kbd|mark|q|s|samp|small|span|strike|strong|sub|sup|u|var)$/;

/** What stands directly in a body. */
export interface BodyBlocks {
  /** Those that hold words a reader meets. */
  readonly blocks: readonly EmailElement[];
  /** The first words that are in no block, so that nothing can say something of them; empty for none. */
  readonly loose: string;
}

/**
 * Parts what stands directly in the body into blocks and the rest.
 *
 * @param name of the attribute that is asked for: what has it is as good as a block
 */
export function bodyBlocks(
  { isShown, textOf }: CheckedEmail,
  body: EmailElement,
  name: "dir" | "lang",
): BodyBlocks {
  const isLoose = (one: EmailElement) => inline.test(one.name) && !one.attributes.has(name);
  const withWords = childElements(body).filter((one) => isShown(one) && textOf(one) !== "");
  const blocks = withWords.filter((one) => !isLoose(one));
  const bare = body.children.find(
    (child) => typeof child === "string" && /[\p{L}\p{N}]/u.test(child),
  );
  const [first] = withWords.filter(isLoose);
  return { blocks, loose: first ? textOf(first) : typeof bare === "string" ? bare.trim() : "" };
}
