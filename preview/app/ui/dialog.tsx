import { type ReactNode, useEffect, useRef } from "react";
import { IconButton } from "./button.tsx";
import { X } from "./icons.ts";
import "./dialog.css";

/** A sheet over the page that has the keyboard to itself. */
export function Dialog({
  className,
  title,
  onClose,
  children,
}: {
  readonly className: string;
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
      className={`dialog ${className}`}
      tabIndex={-1}
      aria-labelledby="dialog-title"
      onClose={onClose}
      onPointerDown={(event) => event.target === event.currentTarget && onClose()}
    >
      <div className="dialog-inside">
        <header>
          <h2 id="dialog-title">{title}</h2>
          <IconButton name="Close" onClick={onClose}>
            <X size={16} />
          </IconButton>
        </header>
        {children}
      </div>
    </dialog>
  );
}
