/** An item and its React key. */
export interface Placed<Item> {
  readonly key: string;
  readonly item: Item;
}

/** Keys for items that may be equal: a mail is rendered once, so the place is the identity. */
export function placed<Item>(items: readonly Item[]): readonly Placed<Item>[] {
  return items.map((item, index) => ({ key: String(index), item }));
}
