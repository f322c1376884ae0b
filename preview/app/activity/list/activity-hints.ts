/** What the search of the outbox understands beside plain words, and what each is for. */
export const activityHints: readonly { readonly written: string; readonly meaning: string }[] = [
  { written: "to:", meaning: "an address, or a part of one" },
  { written: "subject:", meaning: 'words, "a phrase"' },
  { written: "email:", meaning: "orders/confirmation" },
  { written: "tag:", meaning: "Postmark tag" },
  { written: "key:", meaning: "your own name for a message" },
  { written: "state:bounced", meaning: "queued, held, opened …" },
  { written: "stream:", meaning: "outbound, broadcast" },
  { written: "before:", meaning: "2026-11-22, 10:30" },
  { written: "after:", meaning: "yesterday, 10:30" },
];
