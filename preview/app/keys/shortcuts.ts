/** What a key can do. */
export type ActionName =
  | "palette"
  | "home"
  | "next"
  | "previous"
  | "next-variant"
  | "previous-variant"
  | "view-1"
  | "view-2"
  | "view-3"
  | "view-4"
  | "view-5"
  | "view-6"
  | "view-7"
  | "view-8"
  | "view-9"
  | "next-in-thread"
  | "previous-in-thread"
  | "delete"
  | "delete-also"
  | "unread"
  | "select"
  | "select-to"
  | "origin"
  | "release"
  | "theme"
  | "width"
  | "height"
  | "zoom-in"
  | "zoom-out"
  | "zoom-fit"
  | "images"
  | "beside"
  | "client"
  | "sheet"
  | "locate"
  | "editor"
  | "send"
  | "phone"
  | "filter"
  | "list"
  | "props"
  | "checks"
  | "review"
  | "aside"
  | "help"
  | "back";

/** One line of the cheat sheet. */
export interface Shortcut {
  readonly action: ActionName;
  /** `KeyboardEvent.key`, with `mod+` for Control or Command. */
  readonly key: string;
  readonly label: string;
  readonly group: "Move" | "Look" | "Do";
  /** The room that it belongs to. A key may mean something else in another. @default every room */
  readonly room?: "emails" | "inbox";
  /** Left out of the palette: it makes no sense there. */
  readonly keyOnly?: boolean;
  /** Stands on the cheat sheet in the line of that action. */
  readonly listedWith?: ActionName;
}

/** All shortcuts, in the order of the cheat sheet. */
export const shortcuts: readonly Shortcut[] = [
  { action: "palette", key: "mod+k", label: "Go to anything", group: "Move", keyOnly: true },
  { action: "home", key: "g", label: "All emails at a glance", group: "Move" },
  { action: "filter", key: "/", label: "Filter the list", group: "Move" },
  { action: "next", key: "j", label: "Next in the list", group: "Move" },
  { action: "previous", key: "k", label: "Previous in the list", group: "Move" },
  { action: "next-variant", key: "v", label: "Next variant", group: "Move" },
  { action: "previous-variant", key: "V", label: "Previous variant", group: "Move" },
  { action: "next-in-thread", key: "n", label: "Next in the thread", group: "Move" },
  { action: "previous-in-thread", key: "N", label: "Previous in the thread", group: "Move" },
  { action: "back", key: "Escape", label: "Back out", group: "Move", keyOnly: true },
  { action: "view-1", key: "1", label: "Views", group: "Look" },
  { action: "view-2", key: "2", label: "Second view", group: "Look", listedWith: "view-1" },
  { action: "view-3", key: "3", label: "Third view", group: "Look", listedWith: "view-1" },
  { action: "view-4", key: "4", label: "Fourth view", group: "Look", listedWith: "view-1" },
  { action: "view-5", key: "5", label: "Fifth view", group: "Look", listedWith: "view-1" },
  { action: "view-6", key: "6", label: "Sixth view", group: "Look", listedWith: "view-1" },
  { action: "view-7", key: "7", label: "Seventh view", group: "Look", listedWith: "view-1" },
  { action: "view-8", key: "8", label: "Eighth view", group: "Look", listedWith: "view-1" },
  { action: "view-9", key: "9", label: "Ninth view", group: "Look", listedWith: "view-1" },
  // Before what has its key in every room with a frame.
  { action: "origin", key: "o", label: "Open its email", group: "Do", room: "inbox" },
  { action: "theme", key: "d", label: "Light, dark, or made dark by a client", group: "Look" },
  { action: "width", key: "m", label: "Phone, desktop or both", group: "Look" },
  { action: "height", key: "h", label: "As tall as the email", group: "Look" },
  { action: "zoom-in", key: "+", label: "Zoom in and out", group: "Look" },
  { action: "zoom-out", key: "-", label: "Zoom out", group: "Look", listedWith: "zoom-in" },
  { action: "zoom-fit", key: "z", label: "Zoom so that it fits", group: "Look" },
  { action: "images", key: "i", label: "With or without images", group: "Look" },
  { action: "beside", key: "b", label: "Light and dark side by side", group: "Look" },
  {
    action: "client",
    key: "o",
    label: "As the next client shows it",
    group: "Look",
    room: "emails",
  },
  { action: "sheet", key: "x", label: "Every variant on one sheet", group: "Look", room: "emails" },
  { action: "locate", key: "l", label: "Find the line of an element", group: "Do" },
  { action: "editor", key: "e", label: "Open in the editor", group: "Do", room: "emails" },
  { action: "send", key: "s", label: "Send this email", group: "Do" },
  { action: "phone", key: "q", label: "On a phone, by a QR code", group: "Do", room: "emails" },
  { action: "delete", key: "e", label: "Delete the message", group: "Do", room: "inbox" },
  { action: "delete-also", key: "#", label: "Delete", group: "Do", listedWith: "delete" },
  { action: "unread", key: "u", label: "Read or unread", group: "Do" },
  { action: "select", key: "x", label: "Select the message", group: "Do", room: "inbox" },
  { action: "select-to", key: "X", label: "Select up to it", group: "Do", listedWith: "select" },
  { action: "props", key: "p", label: "Edit the props", group: "Do" },
  { action: "checks", key: "c", label: "What was found wrong", group: "Do" },
  { action: "review", key: "r", label: "Approve, and comment", group: "Do", room: "emails" },
  {
    action: "release",
    key: "r",
    label: "Release to a real address",
    group: "Do",
    room: "inbox",
  },
  { action: "list", key: "[", label: "Show or hide the list", group: "Do" },
  { action: "aside", key: "]", label: "Show or hide the inspector", group: "Do" },
  { action: "help", key: "?", label: "Keyboard shortcuts", group: "Do" },
];

/** The part of a keyboard event that decides. */
export interface KeyPress {
  readonly key: string;
  readonly ctrlKey: boolean;
  readonly metaKey: boolean;
  readonly altKey: boolean;
  /** AltGr, with which some layouts write `[`, reports Control and Alt as well. */
  readonly altGraph: boolean;
  /** The press went into a field that takes text. */
  readonly inTextField: boolean;
}

/**
 * The actions that a press may mean: a key has a meaning of its own in each room. A text field keeps
 * all its keys but `mod+k`.
 */
export function findActions(press: KeyPress): readonly ActionName[] {
  const modifier = press.altGraph ? "" : readModifier(press);
  if (modifier === null) return [];
  const key = modifier + (modifier ? press.key.toLowerCase() : press.key);
  if (press.inTextField && modifier === "" && key !== "Escape") return [];
  return shortcuts.flatMap((shortcut) => (shortcut.key === key ? shortcut.action : []));
}

/**
 * Whether an action answers to its key now: another of the same key may come first.
 *
 * @param has whether something on the page does an action now
 */
export function answers({ action, key }: Shortcut, has: (action: ActionName) => boolean): boolean {
  return shortcuts.find((other) => other.key === key && has(other.action))?.action === action;
}

/** What to print for an action where its key is its own now; undefined where the key does something else. */
export function describeKeyNow(
  action: string,
  has: (action: ActionName) => boolean,
  isMac: boolean,
): string | undefined {
  const shortcut = shortcuts.find((one) => one.action === action);
  return shortcut && answers(shortcut, has) ? describeKey(shortcut.action, isMac) : undefined;
}

/** What to print for an action: `⌘K` on a Mac, `Ctrl K` elsewhere. */
export function describeKey(action: ActionName, isMac: boolean): string {
  const key = shortcuts.find((shortcut) => shortcut.action === action)?.key ?? "";
  if (key === "Escape") return "Esc";
  if (key.startsWith("mod+")) return (isMac ? "⌘" : "Ctrl ") + key.slice(4).toUpperCase();
  if (/^[A-Z]$/.test(key)) return `⇧${key}`;
  return key.length === 1 ? key.toUpperCase() : key;
}

function readModifier(press: KeyPress): "" | "mod+" | null {
  if (press.altKey) return null;
  return press.ctrlKey || press.metaKey ? "mod+" : "";
}
