import { useState } from "react";
import { Dialog } from "../ui/dialog.tsx";
import { useActions, useHandlers } from "./actions.tsx";
import { isMac } from "./platform.ts";
import { answers, describeKey, type Shortcut, shortcuts } from "./shortcuts.ts";
import "./cheat-sheet.css";

const groups = ["Move", "Look", "Do"] as const;

/** The shortcuts that do something in this room, on one sheet; `?` brings it. */
export function CheatSheet() {
  const [open, setOpen] = useState(false);
  const { has } = useActions();
  useHandlers({ help: () => setOpen(true) });
  if (!open) return null;
  return (
    <Dialog className="cheat-sheet" title="Keyboard" onClose={() => setOpen(false)}>
      <div className="cheat-sheet-groups">
        {groups.map((group) => {
          const lines = shortcuts.filter(
            (shortcut) =>
              shortcut.group === group && !shortcut.listedWith && answers(shortcut, has),
          );
          if (lines.length === 0) return null;
          return (
            <section key={group} aria-label={group}>
              <h3>{group}</h3>
              <ul>
                {lines.map((shortcut) => (
                  <Line key={shortcut.action} shortcut={shortcut} />
                ))}
              </ul>
            </section>
          );
        })}
      </div>
    </Dialog>
  );
}

function Line({ shortcut }: { readonly shortcut: Shortcut }) {
  const others = shortcuts.filter(({ listedWith }) => listedWith === shortcut.action);
  return (
    <li>
      {shortcut.label}
      <span className="cheat-sheet-keys">
        {[shortcut, ...others].map(({ action }) => (
          <kbd key={action} className="kbd">
            {describeKey(action, isMac())}
          </kbd>
        ))}
      </span>
    </li>
  );
}
