import { useRef } from "react";
import { useClient } from "../data/client.ts";
import { useStore } from "../data/store.ts";
import type { Managed } from "./manage-context.ts";

/** The field for an email's path, or a variant's name. */
export function NameField({
  wanted,
  value,
  onChange,
  isWrong,
  describedBy,
}: {
  readonly wanted: Managed;
  readonly value: string;
  readonly onChange: (value: string) => void;
  readonly isWrong: boolean;
  readonly describedBy: string;
}) {
  const folder = useStore(useClient().project)?.emailsFolder ?? "emails";
  const isVariant = wanted.kind === "rename-variant";
  const focused = useRef(false);

  /** What one changes most likely is selected: the last part of a path. */
  function focusAtFirst(field: HTMLInputElement | null) {
    if (!field || focused.current) return;
    focused.current = true;
    // The dialog takes the focus when it opens, and hands it on to what is marked as first.
    requestAnimationFrame(() => {
      field.focus();
      field.setSelectionRange(isVariant ? 0 : value.lastIndexOf("/") + 1, value.length);
    });
  }

  return (
    <label className="change-name">
      <span className="change-label">{isVariant ? "Name" : "Path"}</span>
      <span className="change-path">
        {!isVariant && <span className="change-folder">{folder}/</span>}
        <input
          className="field"
          ref={focusAtFirst}
          data-first
          value={value}
          placeholder={isVariant ? "very long name" : "account/welcome"}
          autoComplete="off"
          autoCapitalize="off"
          spellCheck={false}
          aria-invalid={isWrong}
          aria-describedby={describedBy}
          onChange={(event) => onChange(event.target.value)}
        />
      </span>
    </label>
  );
}
