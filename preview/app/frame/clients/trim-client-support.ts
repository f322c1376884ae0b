import type { Plugin } from "vite";
import { type SupportData, trimSupport } from "./client-support.ts";

const file = /[\\/]caniemail[\\/]data[\\/]caniemail\.json$/;

/** Keeps of caniemail's data only what the app reads: a browser need not fetch the other nine tenths. */
export function trimClientSupport(): Plugin {
  return {
    name: "letterpress:trim-client-support",
    enforce: "pre",
    apply: "build",
    transform: {
      filter: { id: file },
      handler: (code) => JSON.stringify(trimSupport(JSON.parse(code) as SupportData)),
    },
  };
}
