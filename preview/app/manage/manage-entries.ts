import type { Variant } from "../../protocol/index.ts";
import { site } from "../data/site.ts";
import type { EmailRoute } from "../route.ts";
import { emailActions, folderActions, variantActions } from "./manage-actions.ts";
import type { Manage } from "./manage-context.ts";

/** What the palette offers to make, rename and delete on this page. @param here the email that shows */
export function manageEntries(
  manage: Manage,
  here: EmailRoute | null,
  known: ReadonlyMap<string, readonly Variant[]>,
) {
  if (site.isStatic) return [];
  const variant = here && known.get(here.id)?.find(({ slug }) => slug === here.variant);
  const groups = here
    ? [
        emailActions(manage, here.id),
        ...(variant ? [variantActions(manage, here.id, variant, here.props)] : []),
      ]
    : [folderActions(manage, "")];
  return groups.flatMap(({ label, actions }) =>
    actions.map(({ label: text, run }) => ({
      ...{ key: `manage:${text}`, group: "Actions" as const, text, run },
      ...(here && !text.startsWith("New") && { hint: label }),
    })),
  );
}
