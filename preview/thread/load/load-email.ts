import { whyUnloadable } from "../../../src/build/email-path.ts";
import type { AnyEmail, BareEmail, Email } from "../../../src/template/email.ts";
import { EndlessError } from "../failure/endless-error.ts";
import type { EmailModule } from "../messages.ts";
import { within } from "../time/within.ts";
import type { EmailRunner } from "./module-runner.ts";
import { nameVariants, type PropsVariant } from "./name-variants.ts";

/** An email module that was run, and the states it is proofed in. */
export interface LoadedEmail {
  readonly id: string;
  readonly email: AnyEmail<object>;
  /** The definition, unless it is a bare component. */
  readonly definition: Email | undefined;
  /** The component, bare or defined. */
  readonly component: BareEmail<object>;
  /** At least one; `default` first. */
  readonly variants: readonly [PropsVariant, ...PropsVariant[]];
  /** Empty when the email declares none. */
  readonly locales: readonly string[];
}

const emailBrand = Symbol.for("letterpress.email");

/**
 * Runs an email's module and looks at its default export.
 *
 * @throws {EndlessError} when the module has not run after `timeoutMs`, not counting what Vite takes
 * @throws whatever the module throws, and when the default export is no email
 */
export async function loadEmail(
  runner: Pick<EmailRunner, "import" | "isFetching">,
  { id, realPath, exportName }: EmailModule,
  timeoutMs: number,
): Promise<LoadedEmail> {
  const reason = whyUnloadable(id, realPath);
  if (reason !== undefined) throw new Error(reason);
  const module: Record<string, unknown> = await within(
    runner.import(realPath),
    { timeoutMs, isHeld: runner.isFetching },
    () =>
      new EndlessError(
        `Cannot load "${id}": the module was not done after ${timeoutMs / 1000} s; look for an await at its top level that never ends`,
      ),
  );
  const email = exportName === "default" ? defaultOf(module) : namedOf(module, exportName);
  if (isDefinition(email)) {
    const variants = atLeastOne(nameVariants(email.variants ?? {}));
    const locales = email.locales ?? [];
    return { id, email, definition: email, component: email.component, variants, locales };
  }
  if (isComponent(email)) {
    const variant = { name: "default", slug: "default", props: email.PreviewProps ?? {} };
    return { id, email, definition: undefined, component: email, variants: [variant], locales: [] };
  }
  throw new TypeError(
    exportName === "default"
      ? `Cannot show "${id}": its default export is ${describe(email)}; export default defineEmail({ … }) or a React component`
      : `Cannot show "${id}": its export ${exportName} is ${describe(email)}; export defineEmail({ … }) or a React component`,
  );
}

/** A CommonJS module's `exports.default` arrives one level deeper. */
function defaultOf(module: { readonly default?: unknown }): unknown {
  const value = module.default;
  if (typeof value !== "object" || value === null || !("__esModule" in value)) return value;
  return "default" in value ? value.default : value;
}

/** What CommonJS exports by name may arrive below `default`, too. */
function namedOf(module: Record<string, unknown>, name: string): unknown {
  if (name in module) return module[name];
  const exports = module.default;
  return typeof exports === "object" && exports !== null ? Reflect.get(exports, name) : undefined;
}

function isDefinition(value: unknown): value is Email {
  return typeof value === "object" && value !== null && emailBrand in value;
}

/** A function or class component, or what `memo`, `forwardRef` and `lazy` make. */
function isComponent(value: unknown): value is BareEmail<object> {
  if (typeof value === "function") return true;
  // An element has `$$typeof` too, and is no component.
  return typeof value === "object" && value !== null && "$$typeof" in value && !("props" in value);
}

function atLeastOne(variants: readonly PropsVariant[]): LoadedEmail["variants"] {
  const [first = { name: "default", slug: "default", props: {} }, ...others] = variants;
  return [first, ...others];
}

function describe(value: unknown): string {
  if (value === null || value === undefined) return String(value);
  if (typeof value !== "object") return `a ${typeof value}`;
  if (Array.isArray(value)) return "an array";
  return "$$typeof" in value ? "a React element" : "an object";
}
