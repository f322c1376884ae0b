import type {
  EmailList,
  EmailQuery,
  EmailView,
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
import { type Answer, type AskOptions, post, request } from "./ask.ts";
import { askOfEmail } from "./ask-of-email.ts";
import { pageToken } from "./site.ts";

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
  options: AskOptions = {},
): Promise<Answer<EmailView>> {
  return askOfEmail("emails", query, options);
}

/** Asks for the message that an email would leave as. */
export function fetchMime(
  query: EmailQuery,
  options: AskOptions = {},
): Promise<Answer<MimeMessage>> {
  return askOfEmail("mime", query, options);
}

/** Asks where in the project's files each element of an email is written. */
export function fetchLocated(
  query: EmailQuery,
  options: AskOptions = {},
): Promise<Answer<LocatedEmail>> {
  return askOfEmail("located", query, options);
}

/** Asks for the template as it is on disk. */
export function fetchSource(id: string, options: AskOptions = {}): Promise<Answer<SourceFile>> {
  return request(`/api/source/${encodePath(id)}`, options);
}

/** Asks for a file that an email imports, as it is on disk. */
export function fetchImported(
  id: string,
  file: string,
  options: AskOptions = {},
): Promise<Answer<SourceFile>> {
  return request(`/api/source/${encodePath(id)}?${new URLSearchParams({ file })}`, options);
}

/** Asks what can be edited of an email in one of its variants. */
export function fetchProps(
  { id, variant }: Pick<EmailQuery, "id" | "variant">,
  options: AskOptions = {},
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
  return post("/api/open", place, { headers: { "x-letterpress-token": pageToken() } });
}

/** Sends one email in one state. */
export function postSend(body: SendRequest): Promise<Answer<SendResult>> {
  return post("/api/send", body);
}
