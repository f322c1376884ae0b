import type { ReactNode } from "react";
import "./empty-state.css";

/** A page that has nothing to show, and says what to do about it. */
export function EmptyState({
  title,
  level = 1,
  children,
}: {
  readonly title: string;
  /** 2 where the page has a heading already. */
  readonly level?: 1 | 2;
  readonly children: ReactNode;
}) {
  const Heading = `h${level}` as const;
  return (
    <div className="empty-state scrolls">
      <div className="empty-state-inside">
        <Heading>{title}</Heading>
        {children}
      </div>
    </div>
  );
}
