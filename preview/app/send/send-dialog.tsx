import { type ReactNode, useEffect, useRef } from "react";
import { IconButton } from "../ui/button.tsx";
import { X } from "../ui/icons.ts";
import "./send.css";

/** A sheet over the page that has the keyboard to itself. */
export function SendDialog({
  title,
  onClose,
  children,
}: {
  readonly title: string;
  readonly onClose: () => void;
  readonly children: ReactNode;
}) {
  const dialog = useRef<HTMLDialogElement>(null);
  useEffect(() => {
    dialog.current?.showModal();
    const first = dialog.current?.querySelector<HTMLElement>("[data-first]");
    (first ?? dialog.current)?.focus();
  }, []);
  return (
    <dialog
      ref={dialog}
      className="send-dialog"
      tabIndex={-1}
      aria-labelledby="send-dialog-title"
      onClose={onClose}
      onPointerDown={(event) => event.target === event.currentTarget && onClose()}
    >
      <div className="send-dialog-inside">
        <header>
          <h2 id="send-dialog-title">{title}</h2>
          <IconButton name="Close" onClick={onClose}>
            <X size={16} />
          </IconButton>
        </header>
        {children}
      </div>
    </dialog>
  );
}
