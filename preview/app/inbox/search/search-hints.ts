/** What the inbox's search understands beside plain words, and what each is for. */
export const searchHints: readonly { readonly written: string; readonly meaning: string }[] = [
  { written: "from:", meaning: "name or address of the sender" },
  { written: "to:", meaning: "To, Cc or Bcc" },
  { written: "subject:", meaning: 'words; "in quotes" for a phrase' },
  { written: "tag:", meaning: "Postmark tag" },
  { written: "has:attachment", meaning: "with a file" },
  { written: "has:calendar", meaning: "with an invitation" },
  { written: "has:problem", meaning: "Postmark would object" },
  { written: "is:unread", meaning: "not opened yet" },
  { written: "before:", meaning: "2026-11-22, 10:30, yesterday" },
  { written: "after:", meaning: "from then on" },
];
