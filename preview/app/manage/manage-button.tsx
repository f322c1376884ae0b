import type { Variant } from "../../protocol/index.ts";
import type { EmailRoute } from "../route.ts";
import { useActionMenu } from "../ui/action-menu.tsx";
import { IconButton } from "../ui/button.tsx";
import { Ellipsis } from "../ui/icons.ts";
import { emailActions, variantActions } from "./manage-actions.ts";
import { useManage } from "./manage-context.ts";

/** Opens what can be done to the email that shows, and to its variant. */
export function ManageButton({
  route: { id, props },
  variant,
}: {
  readonly route: EmailRoute;
  /** Undefined: the email did not load. */
  readonly variant: Variant | undefined;
}) {
  const manage = useManage();
  const { menu, openMenu } = useActionMenu();
  return (
    <>
      <IconButton
        name="Manage this email"
        aria-haspopup="menu"
        onClick={(event) =>
          openMenu(event.currentTarget, "Manage this email", [
            ...(variant ? [variantActions(manage, id, variant, props)] : []),
            emailActions(manage, id),
          ])
        }
      >
        <Ellipsis size={16} />
      </IconButton>
      {menu}
    </>
  );
}
