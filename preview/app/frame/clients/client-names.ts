import type { ClientName } from "../../route.ts";

/** How a client is called and how near the picture of it comes. */
export interface ClientWords {
  readonly name: string;
  readonly short: string;
  /** `close`: most of what it does is known. `sketch`: only what it leaves out is. */
  readonly faithful: "close" | "sketch";
  readonly note: string;
}

/** The clients that are played through. */
export const clientWords: Record<ClientName, ClientWords> = {
  gmail: {
    name: "Gmail",
    short: "Gmail",
    faithful: "close",
    note: "In a browser, and in its apps with a Google account",
  },
  "gmail-other": {
    name: "Gmail app, other account",
    short: "Gmail app",
    faithful: "close",
    note: "Reads no <style> at all",
  },
  outlook: {
    name: "Outlook for Windows",
    short: "Outlook",
    faithful: "sketch",
    note: "Draws with Word; shown is what Word leaves out",
  },
};
