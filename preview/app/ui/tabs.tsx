import type { KeyboardEvent } from "react";
import type { ActionName } from "../keys/shortcuts.ts";
import { tip } from "./button.tsx";

/** One tab. */
export interface Tab<Name extends string> {
  readonly name: Name;
  readonly label: string;
  readonly action?: ActionName;
}

/** A row of tabs: one stop for Tab, arrows between them, as WAI-ARIA draws it. */
export function Tabs<Name extends string>({
  label,
  tabs,
  selected,
  onSelect,
  onHover,
  panelId,
}: {
  readonly label: string;
  readonly tabs: readonly Tab<Name>[];
  readonly selected: Name;
  readonly onSelect: (name: Name) => void;
  /** Someone is about to choose: a chance to load ahead. */
  readonly onHover?: () => void;
  readonly panelId: string;
}) {
  function move(event: KeyboardEvent<HTMLDivElement>) {
    const step = { ArrowRight: 1, ArrowLeft: -1 }[event.key];
    if (step === undefined) return;
    const at = tabs.findIndex(({ name }) => name === selected);
    const next = tabs[(at + step + tabs.length) % tabs.length];
    if (!next) return;
    event.preventDefault();
    onSelect(next.name);
    document.getElementById(tabId(panelId, next.name))?.focus();
  }
  return (
    <div className="tabs" role="tablist" aria-label={label} onKeyDown={move}>
      {tabs.map((tab) => (
        <button
          key={tab.name}
          id={tabId(panelId, tab.name)}
          type="button"
          role="tab"
          className="tab"
          aria-selected={tab.name === selected}
          aria-controls={panelId}
          tabIndex={tab.name === selected ? 0 : -1}
          onClick={() => onSelect(tab.name)}
          onPointerEnter={onHover}
          {...(tab.action ? tip(tab.label, tab.action) : {})}
        >
          <span data-label={tab.label}>{tab.label}</span>
        </button>
      ))}
    </div>
  );
}

/** Id of a tab, for what it labels. */
export function tabId(panelId: string, name: string): string {
  return `${panelId}-${name}`;
}
