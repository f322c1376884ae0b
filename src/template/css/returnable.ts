import type { LengthValue } from "lightningcss";

/** A radius that rounds every corner fully, and that Outlook's 16-bit lengths can hold. */
const roundedPx = 9999;

/** Beyond any length that is meant: `calc(infinity * 1px)` turns into 3.40282e38px on its way. */
const largestMeantPx = 1_000_000;

/** A finite length for an infinite one; undefined for all others. */
export function finiteLength(length: LengthValue): LengthValue | undefined {
  if (Math.abs(length.value) < largestMeantPx) return undefined;
  return { unit: "px", value: finiteNumber(length.value, roundedPx) };
}

/**
 * A copy of a node that lightningcss can take back. It reads neither an infinite number, which in
 * some of its functions takes the process down, nor each of the nulls that it itself hands out.
 */
export function returnable<Node>(node: Node): Node {
  return JSON.parse(
    JSON.stringify(node, (_key, value) => {
      const isInfinite = typeof value === "number" && !Number.isFinite(value);
      return isInfinite ? finiteNumber(value, roundedPx) : (value ?? undefined);
    }),
  );
}

function finiteNumber(value: number, limit: number): number {
  // NaN stands for the keyword `none`, which counts as zero.
  return Number.isNaN(value) ? 0 : value < 0 ? -limit : limit;
}
