/** What the inbox's search understands beside plain words, and what each is for. */
export const searchHints: readonly { readonly written: string; readonly meaning: string }[] = [
  { written: "-", meaning: "not: -from:ada, -word" },
  { written: "OR", meaning: "either: ada OR bob" },
  { written: "from:", meaning: "name or address" },
  { written: "to:", meaning: "To, Cc or Bcc" },
  { written: "subject:", meaning: 'words, "a phrase"' },
  { written: "tag:", meaning: "Postmark tag" },
  { written: "has:attachment", meaning: "with a file" },
  { written: "has:calendar", meaning: "with an invitation" },
  { written: "has:problem", meaning: "Postmark objects" },
  { written: "is:unread", meaning: "not opened yet" },
  { written: "before:", meaning: "2026-11-22, 10:30" },
  { written: "after:", meaning: "yesterday, 10:30" },
];
