import { createContext, useContext } from "react";

/** Something that one may do to an email or a variant, before its name is given. */
export type Managed =
  /** `folder`: where it is to be, ending in a slash; empty: anywhere. */
  | { readonly kind: "new-email"; readonly folder: string }
  | { readonly kind: "duplicate-email"; readonly id: string }
  | { readonly kind: "rename-email"; readonly id: string }
  | { readonly kind: "delete-email"; readonly id: string }
  | VariantManaged;

/** The saves of an email, to be looked at. */
export interface HistoryWanted {
  readonly kind: "history";
  readonly id: string;
}

interface VariantManaged {
  readonly kind: "update-variant" | "rename-variant" | "delete-variant";
  readonly id: string;
  /** Slug. */
  readonly variant: string;
  /** The variant's name. */
  readonly name: string;
  /** The edited props, as in EmailQuery. */
  readonly props: string | null;
}

/** Begins something: asks for what it needs, or does it and says how to take it back. */
export type Manage = (wanted: Managed | HistoryWanted) => void;

/** Given by {@link ManageProvider}. */
export const ManageContext = createContext<Manage | null>(null);

/** How emails and variants are made, renamed and deleted. */
export function useManage(): Manage {
  const manage = useContext(ManageContext);
  if (!manage) throw new Error("Cannot manage emails: there is no ManageProvider above");
  return manage;
}
