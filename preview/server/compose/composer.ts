import { nearest } from "../../../src/build/nearest.ts";
import type { Message } from "../../../src/message/message.ts";
import type { EmailQuery } from "../../protocol/index.ts";
import type { Json, JsonRecord } from "../../protocol/props/json.ts";
import { applyPatch, makePatch } from "../../protocol/props/patch.ts";
import type { RenderService } from "../views/render-service.ts";
import { fitProps } from "./fit-props.ts";
import { readTextProps, type TextProp } from "./read-text-props.ts";

/** An email in one state, as a person or a program names it. */
export interface StateInput {
  readonly id: string;
  /**
   * Name or slug. Where one is named, props are laid over its own; else they are all that there is,
   * so that no reader is ever greeted by an example's name.
   *
   * @default "default", when there are no props
   */
  readonly variant?: string | undefined;
  readonly locale?: string | undefined;
  /** Plain JSON. */
  readonly props?: JsonRecord | undefined;
  /** More of them, as text by path. */
  readonly texts?: readonly TextProp[] | undefined;
}

/** A {@link StateInput}, and whom it goes to. */
export interface ComposeInput extends StateInput {
  readonly to: readonly string[];
  /** Where the email itself does not say. */
  readonly from: string | undefined;
}

/** Makes messages of emails. */
export type Composer = (input: ComposeInput) => Promise<Message>;

/** Creates a composer. @param ids those that there are now */
export function createComposer(renders: RenderService, ids: () => readonly string[]): Composer {
  return async ({ to, from, ...state }) => {
    const query = await resolveState(renders, ids(), state);
    return renders.run("message", query, { to, from });
  };
}

/**
 * What is asked of the preview for a state that a person named.
 *
 * @throws {Error} when there is no such email, variant or locale, or the props do not fit
 */
export async function resolveState(
  renders: RenderService,
  ids: readonly string[],
  { id, variant, locale, props, texts = [] }: StateInput,
): Promise<EmailQuery> {
  if (!ids.includes(id)) throw new Error(`Cannot find the email "${id}"${offer(id, ids)}`);
  const hasProps = props !== undefined || texts.length > 0;
  const plain: EmailQuery = { id, variant: "default", locale: null, props: null };
  const query = { ...plain, variant: await slugOf(renders, plain, variant) };
  if (locale !== undefined) await checkLocale(renders, query, locale);
  const chosen = { ...query, locale: locale ?? null };
  if (!hasProps) return chosen;
  const view = await renders.props(query);
  if (!view) throw new Error(`Cannot find the email "${id}"${offer(id, ids)}`);
  const base: Json = variant === undefined ? {} : view.values;
  const given = readTextProps(view.type, texts, applyPatch(base, (props ?? {}) as Json));
  const isLocaleGiven = locale !== undefined && view.type.fields.some(isLocale);
  const fitted = fitProps(
    view.type,
    isLocaleGiven ? { ...(given as JsonRecord), locale } : given,
    "props",
  );
  if (fitted.problems.length > 0) {
    throw new Error(`Cannot use the props of ${id}: ${fitted.problems.join("; ")}`);
  }
  const patch = makePatch(view.values, fitted.value ?? {});
  return { ...chosen, props: patch === undefined ? null : JSON.stringify(patch) };
}

function isLocale({ name }: { readonly name: string }): boolean {
  return name === "locale";
}

async function slugOf(
  renders: RenderService,
  query: EmailQuery,
  named: string | undefined,
): Promise<string> {
  if (named === undefined) return query.variant;
  const { variants } = await viewOf(renders, query);
  const found = variants.find(({ name, slug }) => name === named || slug === named);
  if (found) return found.slug;
  const names = variants.map(({ name }) => name);
  throw new Error(`Cannot find the variant "${named}" of ${query.id}${offer(named, names)}`);
}

async function checkLocale(
  renders: RenderService,
  query: EmailQuery,
  locale: string,
): Promise<void> {
  const { locales } = await viewOf(renders, query);
  if (locales.includes(locale)) return;
  if (locales.length > 0) {
    throw new Error(`Cannot use the locale "${locale}" of ${query.id}${offer(locale, locales)}`);
  }
  throw new Error(`Cannot use the locale "${locale}": ${query.id} declares no locales`);
}

async function viewOf(renders: RenderService, query: EmailQuery) {
  const view = await renders.view(query);
  if (!view) throw new Error(`Cannot find the email "${query.id}"`);
  if (view.variants.length > 0) return view;
  const reason = view.result.status === "failed" ? view.result.message : "it has no variants";
  throw new Error(`Cannot load ${query.id}: ${reason}`);
}

/** Most names that a message lists. */
const mostNames = 20;

/** What there is in place of a name that is not there. */
export function offer(typed: string, names: readonly string[]): string {
  if (names.length === 0) return "; there is none";
  const like = nearest(typed, names);
  const listed = names.slice(0, mostNames).join(", ");
  const more = names.length > mostNames ? ` and ${names.length - mostNames} more` : "";
  return `; ${like === undefined ? "there" : `did you mean ${like}? There`} is ${listed}${more}`;
}
