import type { ConsoleLine } from "../../protocol/index.ts";
import { useRemembered } from "../data/remembered.ts";
import { IconButton } from "../ui/button.tsx";
import { X } from "../ui/icons.ts";
import { ConsoleLines } from "./console-lines.tsx";

const drawerId = "console-drawer";

/** Below the email, when one wants it: what it wrote to the console. */
export function ConsoleDrawer({ lines }: { readonly lines: readonly ConsoleLine[] }) {
  const [state, setState] = useRemembered("console", "closed");
  if (state !== "open" || lines.length === 0) return null;
  return (
    <section id={drawerId} className="console-drawer" aria-label="Console">
      <header>
        <h2>Console</h2>
        <IconButton name="Close the console" onClick={() => setState("closed")}>
          <X size={16} />
        </IconButton>
      </header>
      <ConsoleLines lines={lines} />
    </section>
  );
}

/** In the status bar: how much there is to read, and the way to it. */
export function ConsoleToggle({ lines }: { readonly lines: readonly ConsoleLine[] }) {
  const [state, setState] = useRemembered("console", "closed");
  if (lines.length === 0) return null;
  const count = lines.reduce((sum, line) => sum + line.count, 0);
  const isOpen = state === "open";
  return (
    <button
      type="button"
      className="console-toggle tabular"
      aria-expanded={isOpen}
      aria-controls={isOpen ? drawerId : undefined}
      data-level={worstLevel(lines)}
      data-tip="What the email wrote to the console"
      onClick={() => setState(isOpen ? "closed" : "open")}
    >
      {count === 1 ? "1 console line" : `${count} console lines`}
    </button>
  );
}

function worstLevel(lines: readonly ConsoleLine[]): ConsoleLine["level"] {
  for (const level of ["error", "warn"] as const) {
    if (lines.some((line) => line.level === level)) return level;
  }
  return "log";
}
