import type { ReactNode } from "react";
import { useRemembered } from "../data/remembered.ts";
import { IconButton } from "../ui/button.tsx";
import { X } from "../ui/icons.ts";
import "./status-drawer.css";

/** What a drawer is known by: in the address of no page, and remembered in this browser. */
export interface DrawerName {
  /** `console` */
  readonly key: string;
  /** `Console` */
  readonly title: string;
}

/** Below the email, when one wants it. */
export function StatusDrawer({
  name: { key, title },
  isEmpty,
  children,
}: {
  readonly name: DrawerName;
  readonly isEmpty: boolean;
  readonly children: ReactNode;
}) {
  const [state, setState] = useRemembered(key, "closed");
  if (state !== "open" || isEmpty) return null;
  return (
    <section id={idOf(key)} className="status-drawer" aria-label={title}>
      <header>
        <h2>{title}</h2>
        <IconButton name={`Close the ${title.toLowerCase()}`} onClick={() => setState("closed")}>
          <X size={16} />
        </IconButton>
      </header>
      {children}
    </section>
  );
}

/** In the status bar: how much there is to read, and the way to it. */
export function DrawerToggle({
  name: { key },
  level,
  tip,
  children,
}: {
  readonly name: DrawerName;
  readonly level: string;
  readonly tip: string;
  readonly children: ReactNode;
}) {
  const [state, setState] = useRemembered(key, "closed");
  const isOpen = state === "open";
  return (
    <button
      type="button"
      className="drawer-toggle tabular"
      aria-expanded={isOpen}
      aria-controls={isOpen ? idOf(key) : undefined}
      data-level={level}
      data-tip={tip}
      onClick={() => setState(isOpen ? "closed" : "open")}
    >
      {children}
    </button>
  );
}

function idOf(key: string): string {
  return `${key}-drawer`;
}
