import { useRemembered } from "../data/remembered.ts";

/** How emails stand in the tree and in the gallery. */
export type EmailOrder = "name" | "recent";

/** The order chosen in this browser, and how to choose another. */
export function useEmailOrder(): readonly [EmailOrder, (order: EmailOrder) => void] {
  const [stored, store] = useRemembered("email-order", "name");
  return [stored === "recent" ? "recent" : "name", store];
}
