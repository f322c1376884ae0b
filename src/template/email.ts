import type { StandardSchemaV1 } from "@standard-schema/spec";
import type { ComponentType } from "react";
import type { AttachmentInput, MessageDefaults } from "../message/message.ts";
import type { RenderWarning } from "./warning.ts";

/** What {@link defineEmail} takes. `Props` is inferred from `component` alone. */
export interface EmailDefinition<Props extends object> extends MessageDefaults {
  /** The file's path below the emails folder without its ending: `orders/order-confirmation`. */
  readonly id: string;
  readonly component: ComponentType<Props>;
  /** The subject line, or how it follows from the props. One line. */
  readonly subject: string | ((props: NoInfer<Props>) => string);
  /**
   * Words of the author's own for the text part.
   *
   * @default written from the HTML
   */
  readonly text?: string | ((props: NoInfer<Props>) => string) | undefined;
  /** Named states for the preview and the tests; `default` is shown first. */
  readonly variants: Variants<NoInfer<Props>>;
  /** Checks props at run time; any Standard Schema. Without one, the types are the only check. */
  readonly schema?: StandardSchemaV1<unknown, NoInfer<Props>> | undefined;
  /**
   * The languages it is written in, as BCP 47 tags: `["en", "de", "ar"]`. Each must be one that the
   * component's `locale` prop takes. The preview offers them, and the one chosen there becomes the
   * `locale` prop over everything else, for the subject and the text as well.
   *
   * @default none: the preview offers no choice
   */
  readonly locales?: LocalesOf<NoInfer<Props>> | undefined;
  /** Postmark tag. @default the email's id */
  readonly tag?: string | undefined;
}

/** What an email may declare as its locales: what its `locale` prop takes; none without that prop. */
export type LocalesOf<Props> = "locale" extends keyof Props
  ? readonly Extract<Props["locale"], string>[]
  : never;

/** Props by name of the state they show. */
export type Variants<Props> = { readonly default: Props } & { readonly [name: string]: Props };

declare const propsOf: unique symbol;

/** An email: what it looks like, what its subject is, and the states to proof it in. Made by {@link defineEmail}. */
export interface Email<Props extends object = object> extends EmailDefinition<Props> {
  /** Carries `Props` for inference; never present at run time. */
  readonly [propsOf]?: Props;
}

/** React Email's convention: the component itself, with the props to preview it with. */
export type BareEmail<Props extends object = object> = ComponentType<Props> & {
  readonly PreviewProps?: Partial<Props> | undefined;
};

/** Whatever can be rendered: a defined email or a bare React component. */
export type AnyEmail<Props extends object> = Email<Props> | BareEmail<Props>;

/** What an email becomes. */
export interface Rendered {
  /** One line; empty for a bare component, which has none. */
  readonly subject: string;
  readonly html: string;
  readonly text: string;
  /** `flowed` when the text was written so: its part then needs `format=flowed` (RFC 3676). */
  readonly textFormat?: "flowed" | undefined;
  /** Images that the HTML shows by content id, when that was asked for. */
  readonly attachments?: readonly AttachmentInput[] | undefined;
  /** What did not stop the render, but should be looked at. Left out when there is nothing. */
  readonly warnings?: readonly RenderWarning[] | undefined;
}
