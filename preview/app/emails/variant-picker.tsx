import type { Variant } from "../../protocol/index.ts";
import type { EmailRoute } from "../route.ts";
import { tip } from "../ui/button.tsx";
import { goTo } from "../use-route.ts";

/** Chooses among the named states of an email. */
export function VariantPicker({
  route,
  variants,
  variant,
}: {
  readonly route: EmailRoute;
  /** None when the module did not load. */
  readonly variants: readonly Variant[];
  /** Slug of the one that shows. */
  readonly variant: string;
}) {
  const known = variants.length > 0 ? variants : [{ name: variant, slug: variant }];
  const isGone = variants.length > 0 && route.variant !== variant;
  return (
    <>
      <select
        className="picker"
        aria-label="Variant"
        value={variant}
        disabled={variants.length === 0}
        onChange={(event) => goTo({ ...route, variant: event.target.value })}
        {...tip("Variant", "next-variant")}
      >
        {known.map(({ name, slug }) => (
          <option key={slug} value={slug}>
            {name}
          </option>
        ))}
      </select>
      {isGone && <span className="picker-note">No variant “{route.variant}”</span>}
    </>
  );
}
