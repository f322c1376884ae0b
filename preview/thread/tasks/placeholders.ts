import type { PlaceholderSyntax } from "../placeholders/syntax.ts";
import type { Placeholders } from "../placeholders/write-placeholders.ts";
import type { TaskContext } from "./task.ts";

/** Writes an email as a template of another language, in the state that is asked for. */
export async function placeholders(
  { loaded, variant, letterpress }: TaskContext,
  syntax: PlaceholderSyntax,
): Promise<Placeholders> {
  const { writePlaceholders } = await import("../placeholders/write-placeholders.ts");
  const { definition } = loaded;
  // A stand-in for a number is a text, which no schema would take.
  const email = definition
    ? letterpress.defineEmail({ ...definition, schema: undefined })
    : loaded.email;
  const { locale, ...props } = variant.props as { readonly locale?: unknown };
  const fixed = definition?.locales ? { locale } : {};
  const own = definition?.locales ? props : variant.props;
  const others = loaded.variants
    .filter(({ slug }) => slug !== variant.slug)
    .map((other) => other.props);
  return writePlaceholders(own, others, syntax, (given) =>
    letterpress.render(email, { ...given, ...fixed }, { variant: variant.name }),
  );
}
