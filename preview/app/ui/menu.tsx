import {
  type KeyboardEvent,
  type PointerEvent,
  type ReactNode,
  useId,
  useRef,
  useState,
} from "react";
import { isMac } from "../keys/platform.ts";
import { type ActionName, describeKey } from "../keys/shortcuts.ts";
import { tip } from "./button.tsx";
import { ChevronDown } from "./icons.ts";
import "./menu.css";

/** One line of a menu. */
export interface MenuOption {
  readonly key: string;
  readonly label: string;
  /** A word at the end of the line. */
  readonly hint?: string | undefined;
  /** A sentence below the label. */
  readonly note?: string | undefined;
  readonly checked: boolean;
  readonly action?: ActionName | undefined;
  readonly onChoose: () => void;
}

/** Lines of a menu that belong together: one of them counts, or any number of them. */
export interface MenuGroup {
  readonly label: string;
  readonly choose: "one" | "any";
  /** Short ones stand in a row. */
  readonly inRow?: boolean;
  readonly options: readonly MenuOption[];
}

/**
 * A button that opens a list of choices. One stop for Tab, arrows in between, letters jump, as
 * WAI-ARIA draws a menu; where one of many is chosen it closes.
 */
export function Menu({
  name,
  action,
  icon,
  text,
  active = false,
  groups,
}: {
  /** What the button and the list are called. */
  readonly name: string;
  readonly action?: ActionName | undefined;
  readonly icon?: ReactNode;
  /** A word on the button: what is chosen. */
  readonly text?: string | undefined;
  /** What is chosen differs from the usual. */
  readonly active?: boolean;
  readonly groups: readonly MenuGroup[];
}) {
  const id = useId();
  const button = useRef<HTMLButtonElement>(null);
  const list = useRef<HTMLDivElement>(null);
  const [open, setOpen] = useState(false);

  function onToggle(isOpen: boolean) {
    setOpen(isOpen);
    if (!isOpen || !list.current || !button.current) return;
    place(list.current, button.current);
    const options = optionsIn(list.current);
    (options.find((option) => option.ariaChecked === "true") ?? options[0])?.focus();
  }

  function choose(group: MenuGroup, option: MenuOption) {
    option.onChoose();
    if (group.choose === "one") list.current?.hidePopover();
  }

  return (
    <>
      <button
        ref={button}
        type="button"
        className="menu-button"
        data-active={active}
        aria-label={text ? `${name}: ${text}` : name}
        aria-haspopup="menu"
        aria-expanded={open}
        popoverTarget={id}
        {...(open ? {} : tip(name, action))}
      >
        {icon}
        {text && <span className="menu-button-text truncate">{text}</span>}
        <ChevronDown size={12} />
      </button>
      <div
        ref={list}
        id={id}
        popover="auto"
        role="menu"
        aria-label={name}
        className="menu scrolls"
        onToggle={(event) => onToggle(event.newState === "open")}
        onKeyDown={(event) => walk(event, list.current)}
      >
        {groups
          .filter(({ options }) => options.length > 0)
          .map((group) => (
            <fieldset key={group.label} aria-label={group.label} className="menu-group bare">
              <div className="menu-heading" aria-hidden="true">
                {group.label}
              </div>
              <div className={group.inRow ? "menu-row" : undefined}>
                {group.options.map((option) => (
                  <Option
                    key={option.key}
                    choose={group.choose}
                    option={option}
                    onChoose={() => choose(group, option)}
                  />
                ))}
              </div>
            </fieldset>
          ))}
      </div>
    </>
  );
}

function Option({
  choose,
  option,
  onChoose,
}: {
  readonly choose: MenuGroup["choose"];
  readonly option: MenuOption;
  readonly onChoose: () => void;
}) {
  const { label, hint, note, checked, action } = option;
  const shared = {
    type: "button",
    tabIndex: -1,
    className: "menu-option",
    onClick: onChoose,
    onPointerMove: (event: PointerEvent<HTMLElement>) =>
      event.currentTarget.focus({ preventScroll: true }),
  } as const;
  const words = (
    <>
      <span className="menu-option-line">
        <span className="menu-option-label">{label}</span>
        {hint && <span className="menu-option-hint tabular">{hint}</span>}
        {action && <span className="kbd">{describeKey(action, isMac())}</span>}
      </span>
      {note && <span className="menu-option-note">{note}</span>}
    </>
  );
  return choose === "one" ? (
    <button {...shared} role="menuitemradio" aria-checked={checked}>
      {words}
    </button>
  ) : (
    <button {...shared} role="menuitemcheckbox" aria-checked={checked}>
      {words}
    </button>
  );
}

function optionsIn(list: HTMLElement): HTMLButtonElement[] {
  return [...list.querySelectorAll<HTMLButtonElement>(".menu-option")];
}

/** Moves the focus; an open menu has the keyboard to itself. */
function walk(event: KeyboardEvent, list: HTMLElement | null): void {
  event.stopPropagation();
  if (!list) return;
  const options = optionsIn(list);
  const at = options.indexOf(document.activeElement as HTMLButtonElement);
  const next = nextOption(event.key, at, options);
  if (event.key === "Tab") list.hidePopover();
  if (!next) return;
  event.preventDefault();
  next.focus();
}

function nextOption(
  key: string,
  at: number,
  options: readonly HTMLButtonElement[],
): HTMLButtonElement | undefined {
  const { length } = options;
  if (key === "ArrowDown" || key === "ArrowRight") return options[(at + 1) % length];
  if (key === "ArrowUp" || key === "ArrowLeft") return options[(at - 1 + length) % length];
  if (key === "Home") return options[0];
  if (key === "End") return options[length - 1];
  if (key.length !== 1 || key === " ") return undefined;
  const fromHere = [...options.slice(at + 1), ...options.slice(0, at + 1)];
  return fromHere.find((option) => option.textContent?.toLowerCase().startsWith(key.toLowerCase()));
}

/** Below the button, and within the window. */
function place(list: HTMLElement, button: HTMLElement): void {
  const box = button.getBoundingClientRect();
  const left = Math.min(box.left, innerWidth - list.offsetWidth - 8);
  list.style.left = `${Math.max(8, left)}px`;
  list.style.top = `${box.bottom + 4}px`;
  list.style.maxHeight = `${innerHeight - box.bottom - 12}px`;
}
