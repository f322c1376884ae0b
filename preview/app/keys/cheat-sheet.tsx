import { useEffect, useRef, useState } from "react";
import { IconButton } from "../ui/button.tsx";
import { X } from "../ui/icons.ts";
import { useHandlers } from "./actions.tsx";
import { isMac } from "./platform.ts";
import { describeKey, type Shortcut, shortcuts } from "./shortcuts.ts";
import "./cheat-sheet.css";

const groups = ["Move", "Look", "Do"] as const;

/** All shortcuts on one sheet; `?` brings it. */
export function CheatSheet() {
  const [open, setOpen] = useState(false);
  const dialog = useRef<HTMLDialogElement>(null);
  useHandlers({ help: () => setOpen(true) });
  useEffect(() => {
    if (!open) return;
    dialog.current?.showModal();
    dialog.current?.focus();
  }, [open]);
  if (!open) return null;
  const close = () => setOpen(false);
  return (
    <dialog
      ref={dialog}
      className="cheat-sheet"
      tabIndex={-1}
      aria-labelledby="cheat-sheet-title"
      onClose={close}
      onPointerDown={(event) => event.target === event.currentTarget && close()}
    >
      <div className="cheat-sheet-inside">
        <header>
          <h2 id="cheat-sheet-title">Keyboard</h2>
          <IconButton name="Close" onClick={close}>
            <X size={16} />
          </IconButton>
        </header>
        <div className="cheat-sheet-groups">
          {groups.map((group) => (
            <section key={group} aria-label={group}>
              <h3>{group}</h3>
              <ul>
                {shortcuts
                  .filter((shortcut) => shortcut.group === group && !shortcut.listedWith)
                  .map((shortcut) => (
                    <Line key={shortcut.action} shortcut={shortcut} />
                  ))}
              </ul>
            </section>
          ))}
        </div>
      </div>
    </dialog>
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
