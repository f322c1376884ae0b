import type { CSSProperties } from "react";
import { type Fill, type Ink, type Line, palette } from "../theme.ts";

/** Which colours an element wears. */
export interface Paint {
  readonly ink?: Ink;
  readonly fill?: Fill;
  /** Colour of the borders that the style draws, all sides. */
  readonly edge?: Line;
  /** Further classes, such as those for phones. */
  readonly also?: string;
}

/** What {@link paint} gives an element. */
export interface Painted {
  readonly className: string;
  readonly style: CSSProperties;
}

/**
 * Colours an element twice over: the light colour inline, for clients that drop `<style>`, and a
 * class per role, by which the dark style block recolours it.
 */
export function paint({ ink, fill, edge, also }: Paint, style: CSSProperties = {}): Painted {
  const classes = [ink && `t-${ink}`, fill && `f-${fill}`, edge && `e-${edge}`, also];
  return {
    className: classes.filter(Boolean).join(" "),
    style: {
      ...style,
      ...(fill && { backgroundColor: palette.light[fill] }),
      ...(ink && { color: palette.light[ink] }),
    },
  };
}

/** A one-pixel border in a colour of the palette; the element also needs `edge` in its paint. */
export function hairline(colour: Line): string {
  return `1px solid ${palette.light[colour]}`;
}
