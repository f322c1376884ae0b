import type { BounceKindName } from "./bounce-kinds.ts";

/** Who does something with a message. */
export interface ActionOptions {
  /** One of the envelope's recipients. @default the first */
  readonly recipient?: string | undefined;
}

/** How a message is opened. */
export interface OpenOptions extends ActionOptions {
  /** @default a current Chrome on macOS */
  readonly userAgent?: string | undefined;
}

/** How a link is followed. */
export interface ClickOptions extends OpenOptions {
  /** @default the first web address of the message */
  readonly link?: string | undefined;
  /** @default "HTML" when the message has any */
  readonly location?: "HTML" | "Text" | undefined;
}

/** How a message comes back. */
export interface BounceOptions extends ActionOptions {
  /** @default "HardBounce" */
  readonly type?: BounceKindName | undefined;
  /** What the other server said. @default a reply that fits the type */
  readonly details?: string | undefined;
}
