import type { EmailRoute } from "../route.ts";
import { createStore, type Store } from "./store.ts";

/** What was edited of one email. */
interface Draft {
  /** The edits as they are now; null: none. As `EmailQuery.props` has them. */
  readonly props: string | null;
  /** The edits that the address last told, or was told. */
  readonly told: string | null;
}

/**
 * What was edited of each email since the page was opened. Here the edits are as they are at this
 * moment; the address follows a little behind, because a browser refuses a new one at each key.
 */
export interface Drafts {
  readonly store: Store<ReadonlyMap<string, Draft>>;
  /** The edits of a route's email: those that a link brings, else those made before. */
  propsOf(route: EmailRoute): string | null;
  /** Takes over the edits that a link brings. */
  adopt(route: EmailRoute): void;
  edit(id: string, props: string | null): void;
  /** The address has the edits now. */
  tell(id: string): void;
}

/** Makes an empty set of drafts. */
export function createDrafts(): Drafts {
  const store = createStore<ReadonlyMap<string, Draft>>(new Map());
  const draftOf = (id: string) => store.get().get(id) ?? { props: null, told: null };
  const set = (id: string, draft: Draft) => store.set(new Map(store.get()).set(id, draft));

  /** A link without edits leads to the email as one left it; one with others wins. */
  function propsOf({ id, props }: EmailRoute): string | null {
    const draft = draftOf(id);
    return props !== null && props !== draft.told ? props : draft.props;
  }

  return {
    store,
    propsOf,
    adopt(route) {
      const props = propsOf(route);
      const draft = draftOf(route.id);
      if (props === draft.props && route.props === draft.told) return;
      set(route.id, { props, told: route.props });
    },
    edit: (id, props) => set(id, { props, told: draftOf(id).told }),
    tell(id) {
      const { props } = draftOf(id);
      set(id, { props, told: props });
    },
  };
}
