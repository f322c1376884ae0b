import type { ConsoleLine } from "../../protocol/index.ts";
import { ConsoleLines } from "./console-lines.tsx";
import { type DrawerName, DrawerToggle, StatusDrawer } from "./status-drawer.tsx";

const name: DrawerName = { key: "console", title: "Console" };

/** Below the email, when one wants it: what it wrote to the console. */
export function ConsoleDrawer({ lines }: { readonly lines: readonly ConsoleLine[] }) {
  return (
    <StatusDrawer name={name} isEmpty={lines.length === 0}>
      <ConsoleLines lines={lines} />
    </StatusDrawer>
  );
}

/** In the status bar: how much there is to read, and the way to it. */
export function ConsoleToggle({ lines }: { readonly lines: readonly ConsoleLine[] }) {
  if (lines.length === 0) return null;
  const count = lines.reduce((sum, line) => sum + line.count, 0);
  return (
    <DrawerToggle name={name} level={worstLevel(lines)} tip="What the email wrote to the console">
      {count === 1 ? "1 console line" : `${count} console lines`}
    </DrawerToggle>
  );
}

function worstLevel(lines: readonly ConsoleLine[]): ConsoleLine["level"] {
  for (const level of ["error", "warn"] as const) {
    if (lines.some((line) => line.level === level)) return level;
  }
  return "log";
}
