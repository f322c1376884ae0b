import type { KeyboardEvent } from "react";
import { Search } from "./icons.ts";

/** The field above a list that narrows it down. The shell goes to it on `/`; Escape clears it. */
export function FilterField({
  label,
  value,
  onChange,
  onLeave,
  onChoose,
}: {
  readonly label: string;
  readonly value: string;
  readonly onChange: (value: string) => void;
  /** Down was pressed: the list takes over. */
  readonly onLeave: () => void;
  /** Enter was pressed: the first row it is. */
  readonly onChoose: () => void;
}) {
  function press(event: KeyboardEvent<HTMLInputElement>) {
    if (event.key === "ArrowDown") onLeave();
    else if (event.key === "Enter") onChoose();
    else if (event.key === "Escape" && value) onChange("");
    else if (event.key === "Escape") event.currentTarget.blur();
    else return;
    event.preventDefault();
  }

  return (
    <div className="list-filter">
      <Search size={16} />
      <input
        className="field"
        type="search"
        placeholder={label}
        aria-label={label}
        value={value}
        onChange={(event) => onChange(event.target.value)}
        onKeyDown={press}
      />
      <span className="kbd" aria-hidden="true">
        /
      </span>
    </div>
  );
}
