import { Column, Row } from "@react-email/components";
import type { ReactNode } from "react";

interface SpacedProps {
  /** px. */
  readonly top?: number;
  /** px. */
  readonly bottom: number;
  readonly children: ReactNode;
}

/** Room around a table. Outlook ignores a table's margin, but honours the padding of a cell. */
export function Spaced({ top = 0, bottom, children }: SpacedProps) {
  return (
    <Row>
      <Column style={{ padding: `${top}px 0 ${bottom}px` }}>{children}</Column>
    </Row>
  );
}
