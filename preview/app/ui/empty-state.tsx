import type { ReactNode } from "react";
import "./empty-state.css";

/** A page that has nothing to show, and says what to do about it. */
export function EmptyState({
  title,
  children,
}: {
  readonly title: string;
  readonly children: ReactNode;
}) {
  return (
    <div className="empty-state scrolls">
      <div className="empty-state-inside">
        <h2>{title}</h2>
        {children}
      </div>
    </div>
  );
}
