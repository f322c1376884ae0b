/**
 * What the Vite side and the browser side say to each other: the only file both import.
 * The live server implements it; of a static export, protocol/static-file.ts
 * tells in which file an answer is.
 *
 * GET  /api/project                          → Project
 * GET  /api/emails                           → EmailList
 * GET  /api/emails/<id>?variant=&locale=     → EmailView (404 → ApiError)
 * POST /api/emails/<id>     EmailQuery       → EmailView, with edited props
 * GET  /api/props/<id>?variant=              → PropsView
 * POST /api/variants       SaveVariantRequest → SavedVariant, written into the email's file
 * GET  /api/source/<id>                      → SourceFile
 * GET  /api/mime/<id>?variant=&locale=       → MimeMessage; POST with an EmailQuery: with edited props
 * GET  /api/located/<id>?variant=&locale=    → LocatedEmail; POST likewise
 * POST /api/send            SendRequest      → SendResult
 * GET  /api/inbox                            → InboxList
 * GET  /api/inbox/search?word=&word=         → InboxMatches
 * GET  /api/inbox/connections                → InboxConnections
 * GET  /api/inbox/<messageId>                → InboxMessage
 * GET  /api/inbox/<messageId>/html           → text/html for a sandboxed frame, cid: images resolved
 * GET  /api/inbox/<messageId>/source         → text/plain, the HTML as it came, decoded
 * GET  /api/inbox/<messageId>/raw            → text/plain
 * GET  /api/inbox/<messageId>/message.eml    → message/rfc822, as a download
 * GET  /api/inbox/<messageId>/attachments/<n> → the file, as a download
 * DELETE /api/inbox?mailbox=                 → {}, all of them or those of a mailbox
 * DELETE /api/inbox/<messageId>              → {}
 * POST /api/open            SourcePlace      → {}, opened in the author's editor (422: there is none)
 * GET  /api/events                           → server-sent events, each one ServerEvent as JSON
 *
 * Every answer that is not 2xx is an ApiError. Requests that change something need the header
 * `x-letterpress: 1`. A request with a foreign Host or Origin is answered 403.
 */

export type * from "./protocol/console.ts";
export type * from "./protocol/emails.ts";
export type * from "./protocol/events.ts";
export type * from "./protocol/inbox.ts";
export type * from "./protocol/project.ts";
export type * from "./protocol/props/json.ts";
export type * from "./protocol/props/prop-type.ts";
export type * from "./protocol/props/props.ts";
export type * from "./protocol/reading.ts";
export type * from "./protocol/send.ts";
export type * from "./protocol/source-place.ts";
