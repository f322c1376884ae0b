import { useRef, useState } from "react";
import { FilterField } from "../../ui/filter-field.tsx";
import { searchHints } from "./search-hints.ts";
import "./search.css";

/** A search of messages, with what it understands one press away. */
export function SearchField({
  typed,
  complaint,
  hints = searchHints,
  onType,
  onLeave,
  onChoose,
}: {
  readonly typed: string;
  readonly complaint: string | null;
  /** What it understands beside plain words. @default that of the inbox */
  readonly hints?: typeof searchHints;
  readonly onType: (typed: string) => void;
  readonly onLeave: () => void;
  readonly onChoose: () => void;
}) {
  const host = useRef<HTMLElement>(null);
  const [hasFocus, setHasFocus] = useState(false);
  const showsHints = hasFocus && typed.trim() === "";

  return (
    <search
      ref={host}
      className="search"
      onFocus={() => setHasFocus(true)}
      onBlur={({ relatedTarget }) => setHasFocus(host.current?.contains(relatedTarget) === true)}
    >
      <FilterField
        label="Search messages"
        value={typed}
        onChange={onType}
        onLeave={onLeave}
        onChoose={onChoose}
      />
      {showsHints && (
        <ul className="search-hints" aria-label="What the search understands">
          {hints.map(({ written, meaning }) => (
            <li key={written}>
              <button
                type="button"
                onClick={() => {
                  onType(written);
                  host.current?.querySelector("input")?.focus();
                }}
              >
                <code>{written}</code>
                <span className="truncate">{meaning}</span>
              </button>
            </li>
          ))}
        </ul>
      )}
      <p className="search-complaint" role="status">
        {complaint}
      </p>
    </search>
  );
}
