import type { RenderOptions } from "./render-options.ts";

/** The arguments of `render` behind the email: props may be left out where none is required. */
export type RenderArguments<Props extends object> =
  Record<never, never> extends Props
    ? [props?: NoInfer<Props> & NoOthers<Props>, options?: RenderOptions]
    : [props: NoInfer<Props> & NoOthers<Props>, options?: RenderOptions];

type KeyOf<Type> = Type extends unknown ? keyof Type : never;

/** For a component without props: a type that no key fits, which `object` alone is not. */
type NoOthers<Props extends object> = [KeyOf<Props>] extends [never]
  ? { readonly [none]?: undefined }
  : unknown;

declare const none: unique symbol;
