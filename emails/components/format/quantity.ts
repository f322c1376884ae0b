const byteUnits = ["byte", "kilobyte", "megabyte", "gigabyte", "terabyte"] as const;

/** `48.2 MB`: decimal units, as file managers show them. */
export function formatBytes(bytes: number): string {
  const power = bytes < 1 ? 0 : Math.floor(Math.log10(bytes) / 3);
  const unit = byteUnits[Math.min(power, byteUnits.length - 1)] ?? "byte";
  const value = bytes / 1000 ** byteUnits.indexOf(unit);
  return writeUnit(value, unit, unit === "byte" ? "long" : "short");
}

/**
 * `30 minutes`, `1 hour`, `7 days`: in the largest unit that divides it.
 */
export function formatDuration(minutes: number): string {
  const { count, unit } = largestUnit(minutes);
  return writeUnit(count, unit, "long");
}

/** A duration in the largest unit that divides it. */
export function largestUnit(minutes: number): {
  readonly count: number;
  readonly unit: "day" | "hour" | "minute";
} {
  if (minutes % 1440 === 0) return { count: minutes / 1440, unit: "day" };
  if (minutes % 60 === 0) return { count: minutes / 60, unit: "hour" };
  return { count: minutes, unit: "minute" };
}

/** Made once: a long table writes a count per row. */
const counts = new Intl.NumberFormat("en-GB");

/** `12,480`. */
export function formatCount(count: number): string {
  return counts.format(count);
}

function writeUnit(value: number, unit: string, unitDisplay: "short" | "long"): string {
  const options = { style: "unit", unit, unitDisplay, maximumFractionDigits: 1 } as const;
  return new Intl.NumberFormat("en-GB", options).format(value);
}
