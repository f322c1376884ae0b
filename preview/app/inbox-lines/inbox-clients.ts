import type { Fitted, Measure } from "./fit-text.ts";
import { fitText } from "./fit-text.ts";

/** How a part of a line is drawn. */
export interface PartStyle {
  /** Room, px. */
  readonly width: number;
  readonly lines: number;
  /** Size and weight, as CSS writes them before the family. */
  readonly font: `${number} ${number}px`;
}

/** How a client's list of messages draws one of them. */
export interface InboxClient {
  readonly name: string;
  /** Letters of the client first, then what other machines have in their place. */
  readonly family: string;
  readonly sender: PartStyle;
  readonly subject: PartStyle;
  /** Null: it stands in the line of the subject, behind it. */
  readonly snippet: PartStyle | null;
}

const apple = '-apple-system, "SF Pro Text", Inter, "Inter Variable", system-ui, sans-serif';
const google = 'Roboto, "Google Sans Text", Arial, Helvetica, sans-serif';
const microsoft = '"Segoe UI", "Segoe UI Variable", Arial, Helvetica, sans-serif';

/**
 * Three lists, unread. Measured by others: on an iPhone 48 characters of subject and 99 of preheader
 * show (emailtooltester.com, "Email subject lines character limit"), which is what 345 px at 15 px
 * hold on one line and on two. Observed, and about right: Gmail's columns in a window of 1366 px at
 * its default density, where the subject leaves what room it can to the preheader; the list of the
 * new Outlook beside its reading pane, 320 px wide with the sender's picture in it.
 */
export const inboxClients: readonly InboxClient[] = [
  {
    name: "Gmail in a browser",
    family: google,
    sender: { width: 168, lines: 1, font: "700 14px" },
    subject: { width: 670, lines: 1, font: "700 14px" },
    snippet: null,
  },
  {
    name: "Mail on an iPhone",
    family: apple,
    sender: { width: 270, lines: 1, font: "600 17px" },
    subject: { width: 345, lines: 1, font: "400 15px" },
    snippet: { width: 345, lines: 2, font: "400 15px" },
  },
  {
    name: "Outlook, list",
    family: microsoft,
    sender: { width: 248, lines: 1, font: "600 14px" },
    subject: { width: 190, lines: 1, font: "600 14px" },
    snippet: { width: 248, lines: 1, font: "400 14px" },
  },
];

/** A message as a client's list shows it. */
export interface FittedLine {
  readonly sender: Fitted;
  readonly subject: Fitted;
  readonly snippet: Fitted;
}

/** Weight of the words behind a subject in the same line. */
const plainFont = "400 14px";

/** Fits sender, subject and snippet into a client's list. */
export function fitLine(
  client: InboxClient,
  message: { readonly sender: string; readonly subject: string; readonly snippet: string },
  measureIn: (font: string) => Measure,
): FittedLine {
  const fitPart = (text: string, { width, lines, font }: PartStyle) =>
    fitText(text, width, lines, measureIn(`${font} ${client.family}`));
  const sender = fitPart(message.sender, client.sender);
  const subject = fitPart(message.subject, client.subject);
  if (client.snippet) return { sender, subject, snippet: fitPart(message.snippet, client.snippet) };
  const plain = measureIn(`${plainFont} ${client.family}`);
  const bold = measureIn(`${client.subject.font} ${client.family}`);
  const left = client.subject.width - bold(subject.lines.join("")) - plain(" - ");
  const isCut = subject.shown < subject.length;
  const snippet =
    isCut || left < plain("…")
      ? { lines: [], shown: 0, length: [...message.snippet].length }
      : fitText(message.snippet, left, 1, plain);
  return { sender, subject, snippet };
}

/** What does not show, in words; null when all of it does. */
export function describeCut({ subject, snippet }: FittedLine): string | null {
  const cut = (name: string, { shown, length }: Fitted) =>
    shown < length ? `${name}: ${shown} of ${length}` : null;
  const parts = [cut("subject", subject), cut("preheader", snippet)].filter(Boolean);
  return parts.length > 0 ? `${parts.join(", ")} characters` : null;
}
