import type { ButtonHTMLAttributes, ReactNode } from "react";
import type { ActionName } from "../keys/shortcuts.ts";

/** A button with a word on it. `primary` is kept for sending. */
export function Button({
  kind = "plain",
  className = "",
  ...rest
}: ButtonHTMLAttributes<HTMLButtonElement> & {
  readonly kind?: "plain" | "primary" | "danger" | "quiet";
}) {
  return <button type="button" {...rest} className={`button ${className}`} data-kind={kind} />;
}

/** A button that is an icon: always with a name, which shows as its tooltip beside its key. */
export function IconButton({
  name,
  action,
  pressed,
  children,
  className = "",
  ...rest
}: Omit<ButtonHTMLAttributes<HTMLButtonElement>, "name"> & {
  readonly name: string;
  /** Shows this action's key in the tooltip. */
  readonly action?: ActionName | undefined;
  readonly pressed?: boolean | undefined;
  readonly children: ReactNode;
}) {
  return (
    <button
      type="button"
      {...rest}
      className={`icon-button ${className}`}
      aria-label={name}
      aria-pressed={pressed}
      {...tip(name, action)}
    >
      {children}
    </button>
  );
}

/** Attributes that give an element a tooltip, with the key of an action where that is its key now. */
export function tip(text: string, action?: ActionName): Record<`data-${string}`, string> {
  return action ? { "data-tip": text, "data-action": action } : { "data-tip": text };
}
