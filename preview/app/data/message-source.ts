import { createContext, useContext } from "react";
import type { Answer, AskOptions } from "./ask.ts";
import {
  attachmentUrl,
  fetchMessageHtml,
  fetchMessageSource,
  fetchRaw,
  picturesSource,
} from "./inbox-endpoints.ts";

type FetchText = (id: string, options?: AskOptions) => Promise<Answer<string>>;

/** Where the views of a message get its parts: from the inbox, or from the outbox. */
export interface MessageSource {
  readonly fetchHtml: FetchText;
  /** The HTML decoded and otherwise as it is. */
  readonly fetchSource: FetchText;
  readonly fetchRaw: FetchText;
  attachmentUrl(id: string, place: number): string;
  /** Where its pictures lie, as a Content-Security-Policy names it. */
  picturesSource(id: string): string;
}

/** The messages of the inbox. */
export const inboxSource: MessageSource = {
  ...{ fetchHtml: fetchMessageHtml, fetchSource: fetchMessageSource, fetchRaw },
  ...{ attachmentUrl, picturesSource },
};

/** Tells the views below whose messages they show. */
export const MessageSourceContext = createContext<MessageSource>(inboxSource);

/** Where the messages shown here come from. */
export function useMessageSource(): MessageSource {
  return useContext(MessageSourceContext);
}
