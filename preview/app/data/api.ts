import type {
  ApiError,
  EmailList,
  EmailQuery,
  EmailView,
  InboxConnections,
  InboxList,
  InboxMatches,
  InboxMessage,
  LocatedEmail,
  MimeMessage,
  Project,
  PropsView,
  SavedVariant,
  SaveVariantRequest,
  SendRequest,
  SendResult,
  SourceFile,
  SourcePlace,
} from "../../protocol/index.ts";
import { encodePath } from "../route.ts";
import { site } from "./site.ts";
import { staticUrl } from "./static-url.ts";

/** Why an answer is not there. `missing`: there is no such thing; `unreachable`: no answer at all. */
export interface Problem {
  readonly kind: "missing" | "unreachable" | "refused";
  readonly message: string;
}

/** An answer or the reason why there is none. */
export type Answer<T> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly problem: Problem };

type Options = { readonly signal?: AbortSignal };

/** Asks for facts that hold for the whole session. */
export function fetchProject(): Promise<Answer<Project>> {
  return request("/api/project");
}

/** Asks which emails there are. */
export function fetchEmails(): Promise<Answer<EmailList>> {
  return request("/api/emails");
}

/** Asks for one email in one state. */
export function fetchEmailView(
  query: EmailQuery,
  options: Options = {},
): Promise<Answer<EmailView>> {
  return askOfEmail("emails", query, options);
}

/** Asks for the message that an email would leave as. */
export function fetchMime(query: EmailQuery, options: Options = {}): Promise<Answer<MimeMessage>> {
  return askOfEmail("mime", query, options);
}

/** Asks where in the project's files each element of an email is written. */
export function fetchLocated(
  query: EmailQuery,
  options: Options = {},
): Promise<Answer<LocatedEmail>> {
  return askOfEmail("located", query, options);
}

/** Asks for the template as it is on disk. */
export function fetchSource(id: string, options: Options = {}): Promise<Answer<SourceFile>> {
  return request(`/api/source/${encodePath(id)}`, options);
}

/** Asks what can be edited of an email in one of its variants. */
export function fetchProps(
  { id, variant }: Pick<EmailQuery, "id" | "variant">,
  options: Options = {},
): Promise<Answer<PropsView>> {
  const search = new URLSearchParams({ variant });
  return request(`/api/props/${encodePath(id)}?${search}`, options);
}

/** Writes edited props into the email's file as a new variant. */
export function postVariant(body: SaveVariantRequest): Promise<Answer<SavedVariant>> {
  return post("/api/variants", body);
}

/** Opens a place of the project in the reader's editor. */
export function postOpen(place: SourcePlace): Promise<Answer<object>> {
  return post("/api/open", place);
}

/** Sends one email in one state. */
export function postSend(body: SendRequest): Promise<Answer<SendResult>> {
  return post("/api/send", body);
}

/** Asks for the whole inbox. */
export function fetchInbox(): Promise<Answer<InboxList>> {
  return request("/api/inbox");
}

/** Asks which messages have all of these words, anywhere in them. */
export function searchInbox(
  words: readonly string[],
  options: Options = {},
): Promise<Answer<InboxMatches>> {
  const query = new URLSearchParams(words.map((word) => ["word", word]));
  return request(`/api/inbox/search?${query}`, options);
}

/** Asks which SMTP connections left no message. */
export function fetchConnections(options: Options = {}): Promise<Answer<InboxConnections>> {
  return request("/api/inbox/connections", options);
}

/** Asks for one message. */
export function fetchMessage(id: string, options: Options = {}): Promise<Answer<InboxMessage>> {
  return request(messageUrl(id), options);
}

/** Asks for the HTML of a message, its inline pictures put in place. */
export async function fetchMessageHtml(id: string, options: Options = {}): Promise<Answer<string>> {
  return answer(`${messageUrl(id)}/html`, options, (response) => response.text());
}

/** Asks for the HTML of a message, decoded and otherwise as it came. */
export async function fetchMessageSource(
  id: string,
  options: Options = {},
): Promise<Answer<string>> {
  return answer(`${messageUrl(id)}/source`, options, (response) => response.text());
}

/** Asks for a message as it came. */
export async function fetchRaw(id: string, options: Options = {}): Promise<Answer<string>> {
  return answer(`${messageUrl(id)}/raw`, options, (response) => response.text());
}

/** Asks for an attachment as text, by its place among those of the message. */
export async function fetchAttachmentText(
  id: string,
  place: number,
  options: Options = {},
): Promise<Answer<string>> {
  return answer(attachmentUrl(id, place), options, (response) => response.text());
}

/** Address of an attachment, by its place among those of the message. */
export function attachmentUrl(id: string, place: number): string {
  return `${messageUrl(id)}/attachments/${place}`;
}

/** Deletes one message. */
export function deleteMessage(id: string): Promise<Answer<null>> {
  return answer(messageUrl(id), { method: "DELETE", headers: changing }, async () => null);
}

/** Deletes all messages, or those of a mailbox. */
export function clearInbox(mailbox: string | null): Promise<Answer<null>> {
  const query = mailbox === null ? "" : `?mailbox=${encodeURIComponent(mailbox)}`;
  return answer(`/api/inbox${query}`, { method: "DELETE", headers: changing }, async () => null);
}

/** Address of a message, for what hangs below it. */
export function messageUrl(id: string): string {
  return `/api/inbox/${encodeURIComponent(id)}`;
}

/** A page from elsewhere cannot set this header without asking, and is refused when it asks. */
const changing = { "x-letterpress": "1" };

/** Edited props may be longer than an address may be: they go in a body. */
function askOfEmail<T>(
  what: "emails" | "mime" | "located",
  { id, ...state }: EmailQuery,
  options: Options,
): Promise<Answer<T>> {
  const url = `/api/${what}/${encodePath(id)}`;
  if (state.props !== null) return post(url, state, options);
  const addresses = addressesOf(url, state);
  return firstThere(addresses, (address) => request(address, options));
}

/** Where a state is; behind it, in an export, what the live server would show in its place. */
function addressesOf(url: string, { variant, locale }: Omit<EmailQuery, "id">): readonly string[] {
  const address = (slug: string, language: string | null) => {
    const search = new URLSearchParams();
    if (slug !== "default") search.set("variant", slug);
    if (language !== null) search.set("locale", language);
    return search.size > 0 ? `${url}?${search}` : url;
  };
  const asked = address(variant, locale);
  if (!site.isStatic) return [asked];
  return [asked, address(variant, null), address("default", locale), address("default", null)];
}

async function firstThere<T>(
  addresses: readonly string[],
  ask: (address: string) => Promise<Answer<T>>,
): Promise<Answer<T>> {
  const [first = "", ...others] = [...new Set(addresses)];
  const answered = await ask(first);
  if (answered.ok || answered.problem.kind !== "missing" || others.length === 0) return answered;
  return firstThere(others, ask);
}

function post<T>(url: string, body: unknown, options: Options = {}): Promise<Answer<T>> {
  return request(url, {
    ...options,
    method: "POST",
    headers: { "content-type": "application/json", ...changing },
    body: JSON.stringify(body),
  });
}

function request<T>(url: string, init: RequestInit = {}): Promise<Answer<T>> {
  return answer(url, init, (response) => response.json() as Promise<T>);
}

async function answer<T>(
  url: string,
  init: RequestInit,
  read: (response: Response) => Promise<T>,
): Promise<Answer<T>> {
  const source = site.isStatic ? staticUrl(url, init.method ?? "GET", site) : url;
  if (source === undefined) return readOnly;
  try {
    const response = await fetch(source, init);
    if (response.ok) return { ok: true, value: await read(response) };
    const kind = response.status === 404 ? "missing" : "refused";
    return { ok: false, problem: { kind, message: await readError(response) } };
  } catch {
    const message = site.isStatic
      ? "The host of this page does not answer."
      : "The preview's server does not answer. Start it again: npm start";
    return { ok: false, problem: { kind: "unreachable", message } };
  }
}

async function readError(response: Response): Promise<string> {
  try {
    return ((await response.json()) as ApiError).error;
  } catch {
    return `The server answered ${response.status}.`;
  }
}

/** What an export says to everything that only the live preview does. */
const readOnly: Answer<never> = {
  ok: false,
  problem: {
    kind: "refused",
    message: "This is an exported preview, which is read only. Run letterpress dev for the rest.",
  },
};
