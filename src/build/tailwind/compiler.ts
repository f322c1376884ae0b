/**
 * Tailwind's compiler in the version that React Email's component works with. The package holds it
 * as one file, for an app's production has no use for it.
 */
export * from "tailwindcss";
