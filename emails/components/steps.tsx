import type { ReactNode } from "react";
import { type } from "../theme.ts";
import { paint } from "./paint.ts";
import { placed } from "./placed.ts";

/** What to do, in order. */
export function Steps({ steps }: { readonly steps: readonly ReactNode[] }) {
  return (
    <ol {...paint({ ink: "ink" }, { ...type.body, margin: "0 0 20px", padding: "0 0 0 24px" })}>
      {placed(steps).map(({ key, item }) => (
        <li key={key} {...paint({ ink: "ink" }, { ...type.body, margin: "0 0 8px" })}>
          {item}
        </li>
      ))}
    </ol>
  );
}
