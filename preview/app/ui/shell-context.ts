import { createContext, useContext } from "react";

/** What the parts of a page may ask of the room around them. */
export interface ShellControls {
  readonly listShown: boolean;
  toggleList(): void;
  /** The inspector, beside the stage or as a sheet over it. */
  readonly asideShown: boolean;
  /** Name of its tab that shows, or would. */
  readonly asideTab: string;
  /** Shows it, or hides it. With a tab: shows that tab, or hides it when it is the one that shows. */
  toggleAside(tab?: string): void;
  /** Something in the list was chosen: a sheet has done its work. */
  closeSheet(): void;
}

/** Given by the shell. */
export const ShellContext = createContext<ShellControls | null>(null);

/** The controls of the shell around. */
export function useShell(): ShellControls {
  const shell = useContext(ShellContext);
  if (!shell) throw new Error("Cannot use the shell: there is no Shell above");
  return shell;
}
