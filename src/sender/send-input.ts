import type { ReactElement } from "react";
import type { EnvelopeInput } from "../message/message.ts";
import type { BareEmail, Email } from "../template/email.ts";
import type { AttachmentSource } from "./attachment-source.ts";

/** What may be said about a message beside its content. */
export interface SendEnvelope extends Omit<EnvelopeInput, "attachments"> {
  readonly attachments?: readonly AttachmentSource[] | undefined;
}

type KeyOf<Type> = Type extends unknown ? keyof Type : never;

/**
 * The props of an email. They may be left out where the component needs none, and none are taken
 * where it has none. Its shape lets a function that is generic over `Props` pass on both.
 */
export type PropsField<Props extends object> =
  | { readonly props: NoInfer<Props> & NoOthers<Props> }
  | (Record<never, never> extends Props ? { readonly props?: undefined } : never);

/** For a component without props: a type that no key fits, which `object` alone is not. */
type NoOthers<Props extends object> = [KeyOf<Props>] extends [never]
  ? { readonly [none]?: undefined }
  : unknown;

declare const none: unique symbol;

/** A defined email and its props. */
export type SendEmail<Props extends object> = SendEnvelope &
  PropsField<Props> & {
    readonly email: Email<Props>;
    /** @default the email's own */
    readonly subject?: string | undefined;
    readonly react?: undefined;
    readonly html?: undefined;
    readonly text?: undefined;
  };

/** A bare React component and its props. It has no subject of its own. */
export type SendComponent<Props extends object> = SendEnvelope &
  PropsField<Props> & {
    readonly email: BareEmail<Props>;
    readonly subject: string;
    readonly react?: undefined;
    readonly html?: undefined;
    readonly text?: undefined;
  };

/** A React element, such as `<Welcome name="Ada" />`. */
export interface SendElement extends SendEnvelope {
  readonly react: ReactElement;
  readonly subject: string;
  /** @default derived from the element */
  readonly text?: string | undefined;
  readonly email?: undefined;
  readonly props?: undefined;
  readonly html?: undefined;
}

/** Parts that are made already, at least one of them. */
export type SendParts = SendEnvelope & {
  readonly subject: string;
  readonly email?: undefined;
  readonly props?: undefined;
  readonly react?: undefined;
} & (
    | { readonly html: string; readonly text?: string | undefined }
    | { readonly html?: undefined; readonly text: string }
  );

/** What `send` takes: the envelope, and exactly one form of content. */
export type SendInput<Props extends object> =
  | SendEmail<Props>
  | SendComponent<Props>
  | SendElement
  | SendParts;

declare const checked: unique symbol;

/** One input whose props have been checked against its own email. Made by {@link defineSend}. */
export interface AnySendInput {
  readonly [checked]: true;
}

/**
 * Types one input on its own, so that a list or a generator can hold sends of different emails.
 * Pure: it gives back what it was given.
 *
 * @example
 * async function* reminders(users: AsyncIterable<User>) {
 *   for await (const user of users) {
 *     yield user.isNew
 *       ? defineSend({ email: welcome, props: { name: user.name }, to: user.email })
 *       : defineSend({ email: digest, props: { items: user.items }, to: user.email });
 *   }
 * }
 */
export function defineSend<Props extends object>(input: SendInput<Props>): AnySendInput {
  return input as unknown as AnySendInput;
}
