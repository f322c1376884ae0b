/** A package that a project lacks, or has in another version. */
export interface Lack {
  /** What is wrong: `Vite is not installed`. */
  readonly reason: string;
  /** What to add, such as `vite@8`. */
  readonly add: string;
  /** Whether production can do without it. */
  readonly forDevelopment: boolean;
}

/** The first number of a version. */
export function majorOf(version: string): number {
  return Number.parseInt(version, 10);
}
