import { findFaults } from "./find-faults.ts";
import { foldLists } from "./fold-lists.ts";
import type { PlaceholderNode } from "./node.ts";
import { type Output, type Part, partNames, type RenderProps } from "./output.ts";
import { putStandIns } from "./stand-ins.ts";
import { findHidden, type PlaceholderSyntax, writeSyntax } from "./syntax.ts";

/** An email as a template of another language, or why it cannot be one. */
export type Placeholders =
  | { readonly parts: Output; readonly faults?: undefined }
  | { readonly parts?: undefined; readonly faults: readonly string[] };

/**
 * Writes an email as a template of another language: `{{order.number}}` in place of each text and
 * number of the props, and a block for each list. It is refused where the code does more with a value
 * than to write it, for a template engine does not.
 *
 * @param props of the variant: what is absent there is absent in the template
 * @param others props of the other variants
 */
export async function writePlaceholders(
  props: object,
  others: readonly object[],
  syntax: PlaceholderSyntax,
  render: RenderProps,
): Promise<Placeholders> {
  const base = await render(props);
  if (partNames.some((part) => base[part].includes("{{"))) {
    return {
      faults: ["It writes {{ itself, which a template engine would take for a placeholder"],
    };
  }
  const standing = putStandIns(props);
  const output = await render(standing.props).catch(() => undefined);
  const folded = output && {
    subject: foldLists(output.subject, standing),
    html: foldLists(output.html, standing),
    // The last block of a text ends like those before it, so that it can be told from them.
    text: foldLists(`${output.text}\n\n`, standing),
  };
  const faults = folded ? partNames.flatMap((part) => folded[part].faults) : [];
  // Where the stand-ins break the code, the values themselves are what is compared with.
  const nodes = (part: Part): readonly PlaceholderNode[] =>
    folded?.[part].nodes ?? [{ kind: "text", text: "" }];
  const found = await findFaults(
    { subject: nodes("subject"), html: nodes("html"), text: nodes("text") },
    props,
    others,
    render,
  );
  const hidden =
    syntax === "mustache" ? partNames.flatMap((part) => findHidden(nodes(part), props)) : [];
  const all = [...new Set([...faults, ...found, ...hidden])];
  if (all.length > 0) return { faults: all };
  return {
    parts: {
      subject: writeSyntax(nodes("subject"), syntax, false),
      html: writeSyntax(nodes("html"), syntax, true),
      text: writeSyntax(nodes("text"), syntax, false),
    },
  };
}
