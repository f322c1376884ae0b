import { Column, Row } from "@react-email/components";
import type { CSSProperties, ReactNode } from "react";
import { type Fill, type Line, radius } from "../theme.ts";
import { hairline, paint } from "./paint.ts";
import { Spaced } from "./spaced.tsx";

interface PanelProps {
  readonly fill?: Fill;
  readonly edge?: Line;
  readonly style?: CSSProperties;
  readonly children: ReactNode;
}

/** A tinted box on the sheet. Its padding is the cell's, which Outlook honours. */
export function Panel({ fill = "well", edge = "line", style, children }: PanelProps) {
  const cell = { border: hairline(edge), borderRadius: radius.medium, padding: "16px 18px" };
  return (
    <Spaced bottom={24}>
      <Row>
        <Column {...paint({ fill, edge }, { ...cell, ...style })}>{children}</Column>
      </Row>
    </Spaced>
  );
}
