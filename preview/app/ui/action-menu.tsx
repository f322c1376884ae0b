import { type KeyboardEvent, useCallback, useId, useRef, useState } from "react";
import { flushSync } from "react-dom";
import "./menu.css";

/** One line of a menu of actions. */
export interface MenuAction {
  readonly label: string;
  readonly hint?: string | undefined;
  readonly run: () => void;
}

/** Lines that belong together. */
export interface MenuActions {
  readonly label: string;
  readonly actions: readonly MenuAction[];
}

/** A point of the window, px. */
export interface MenuPoint {
  readonly x: number;
  readonly y: number;
}

interface Opened {
  readonly button: HTMLElement;
  readonly name: string;
  readonly groups: readonly MenuActions[];
}

/**
 * One menu for many buttons: a form of hundreds of fields would else hold hundreds of menus that
 * no one opened. Arrows walk, letters jump, Escape goes back to the button.
 *
 * @returns the menu, to be put anywhere, and how it is opened
 */
export function useActionMenu() {
  const id = useId();
  const list = useRef<HTMLDivElement>(null);
  const [opened, setOpened] = useState<Opened | null>(null);

  const openMenu = useCallback(
    (button: HTMLElement, name: string, groups: readonly MenuActions[], at?: MenuPoint) => {
      flushSync(() => setOpened({ button, name, groups }));
      if (!list.current) return;
      list.current.showPopover();
      if (at) placeAt(list.current, at);
      else place(list.current, button);
      buttonsIn(list.current)[0]?.focus();
    },
    [],
  );

  const close = () => {
    list.current?.hidePopover();
    opened?.button.focus();
  };
  const menu = (
    <div
      ref={list}
      id={id}
      popover="auto"
      role="menu"
      aria-label={opened?.name ?? "Actions"}
      className="menu scrolls"
      onKeyDown={(event) => walk(event, close)}
    >
      {opened?.groups
        .filter(({ actions }) => actions.length > 0)
        .map((group) => (
          <fieldset key={group.label} aria-label={group.label} className="menu-group bare">
            <div className="menu-heading" aria-hidden="true">
              {group.label}
            </div>
            {group.actions.map(({ label, hint, run }) => (
              <button
                key={label}
                type="button"
                role="menuitem"
                tabIndex={-1}
                className="menu-option"
                onClick={() => {
                  close();
                  run();
                }}
                onPointerMove={(event) => event.currentTarget.focus({ preventScroll: true })}
              >
                <span className="menu-option-line">
                  <span className="menu-option-label">{label}</span>
                  {hint && <span className="menu-option-hint truncate">{hint}</span>}
                </span>
              </button>
            ))}
          </fieldset>
        ))}
    </div>
  );
  return { menu, openMenu };
}

function buttonsIn(list: HTMLElement): HTMLButtonElement[] {
  return [...list.querySelectorAll<HTMLButtonElement>(".menu-option")];
}

function walk(event: KeyboardEvent<HTMLDivElement>, close: () => void): void {
  event.stopPropagation();
  const buttons = buttonsIn(event.currentTarget);
  const at = buttons.indexOf(document.activeElement as HTMLButtonElement);
  const steps: Record<string, number | undefined> = {
    ArrowDown: (at + 1) % buttons.length,
    ArrowUp: (at - 1 + buttons.length) % buttons.length,
    Home: 0,
    End: buttons.length - 1,
  };
  const next = steps[event.key] ?? letterAt(event.key, at, buttons);
  if (event.key === "Tab") close();
  if (next === undefined) return;
  event.preventDefault();
  buttons[next]?.focus();
}

function letterAt(key: string, at: number, buttons: readonly HTMLElement[]): number | undefined {
  if (key.length !== 1 || key === " ") return undefined;
  const order = buttons.map((_, step) => (at + 1 + step) % buttons.length);
  return order.find((index) =>
    buttons[index]?.textContent?.toLowerCase().startsWith(key.toLowerCase()),
  );
}

/** Below the button where there is room, else above; within the window. */
function place(list: HTMLElement, button: HTMLElement): void {
  const box = button.getBoundingClientRect();
  const left = Math.min(box.right - list.offsetWidth, innerWidth - list.offsetWidth - 8);
  const isBelow = box.bottom + 4 + list.offsetHeight < innerHeight - 8;
  const top = isBelow ? box.bottom + 4 : Math.max(8, box.top - 4 - list.offsetHeight);
  list.style.left = `${Math.max(8, left)}px`;
  list.style.top = `${top}px`;
}

/** At the pointer, and within the window. */
function placeAt(list: HTMLElement, { x, y }: MenuPoint): void {
  list.style.left = `${Math.max(8, Math.min(x, innerWidth - list.offsetWidth - 8))}px`;
  list.style.top = `${Math.max(8, Math.min(y, innerHeight - list.offsetHeight - 8))}px`;
}
