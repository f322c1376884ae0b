import { useMemo, useState } from "react";
import type { EmailSummary } from "../../protocol/index.ts";
import { useClient } from "../data/client.ts";
import { readRemembered, useRemembered, writeRemembered } from "../data/remembered.ts";
import { useStore } from "../data/store.ts";
import { type EmailOrder, useEmailOrder } from "./email-order.ts";
import {
  buildTree,
  flattenTree,
  foldersOf,
  listInOrder,
  matchesFilter,
  type TreeRow,
} from "./tree.ts";

/** The list of emails as it stands now, and what one can do to it. */
export interface EmailTree {
  /** False before the first answer. */
  readonly loaded: boolean;
  readonly total: number;
  readonly rows: readonly TreeRow[];
  /** Ids that the filter leaves, in the order of the tree, whatever is folded. */
  readonly order: readonly string[];
  /** The same emails in the same order. */
  readonly found: readonly EmailSummary[];
  readonly sortedBy: EmailOrder;
  sortBy(order: EmailOrder): void;
  readonly filter: string;
  setFilter(filter: string): void;
  /** Opens or closes a folder. */
  toggle(path: string, open?: boolean): void;
}

const closedKey = "closed-folders";

/** Opens the folders around an email, so that its line can be seen. */
export function revealEmail(id: string): void {
  const closed = (readRemembered(closedKey) ?? "").split("\n");
  const around = foldersOf(id);
  const others = closed.filter((folder) => !around.includes(folder));
  if (others.length < closed.length) writeRemembered(closedKey, others.join("\n"));
}

/** Makes the tree from the emails, the filter and the folders closed in this browser. */
export function useEmailTree(): EmailTree {
  const emails = useStore(useClient().emails);
  const [filter, setFilter] = useState("");
  const [closedText, setClosedText] = useRemembered(closedKey, "");
  const closed = useMemo(() => new Set(closedText.split("\n").filter(Boolean)), [closedText]);

  const [sortedBy, sortBy] = useEmailOrder();

  const tree = useMemo(() => {
    const left = (emails ?? []).filter(({ id }) => matchesFilter(id, filter));
    return buildTree(left, sortedBy);
  }, [emails, filter, sortedBy]);
  const rows = useMemo(
    () => flattenTree(tree, filter.trim() ? new Set() : closed),
    [tree, closed, filter],
  );
  const order = useMemo(() => listInOrder(tree), [tree]);
  const found = useMemo(() => {
    const byId = new Map(emails?.map((email) => [email.id, email]));
    return order.flatMap((id) => byId.get(id) ?? []);
  }, [order, emails]);

  const setClosed = (next: ReadonlySet<string>) => setClosedText([...next].sort().join("\n"));
  return {
    loaded: emails !== null,
    total: emails?.length ?? 0,
    rows,
    order,
    found,
    sortedBy,
    sortBy,
    filter,
    setFilter,
    toggle(path, open = closed.has(path)) {
      const others = [...closed].filter((folder) => folder !== path);
      setClosed(new Set(open ? others : [...others, path]));
    },
  };
}
