/**
 * What the server and the app in the browser say to each other: all that both import.
 * The live server implements it; of a static export, protocol/static-file.ts
 * tells in which file an answer is.
 *
 * GET  /api/project                          → Project
 * GET  /api/emails                           → EmailList
 * GET  /api/emails/<id>?variant=&locale=     → EmailView (404 → ApiError)
 * POST /api/emails/<id>     EmailQuery       → EmailView, with edited props
 * GET  /api/props/<id>?variant=              → PropsView
 * POST /api/variants       SaveVariantRequest → SavedVariant, written into the email's file
 * GET  /api/source/<id>?file=                → SourceFile, the email's own or one that it imports
 * GET  /api/references/<id>                  → GitReferences
 * GET  /api/reference/<id>?ref=              → ReferenceRenders (422: no such reference, or it does not render there)
 * GET  /api/history/<id>                     → History, the saves of this day
 * GET  /api/history-save/<id>?save=          → HistorySave
 * GET  /api/checks/<id>?variant=&locale=     → EmailFindings; POST with an EmailQuery: with edited props
 * GET  /api/measured-checks/<id>             → the same, contrast as a browser shows it where there is one
 * GET  /api/check-spread/<id>                → EmailSpread
 * GET  /api/check-counts                     → FindingCounts
 * POST /api/fixes/<id>      FixRequest       → FixPlan, written when the request names the plan
 * POST /api/changes        ChangeRequest    → ChangePlan, written when the request names the plan
 * POST /api/undo-change     { undo }         → {}, the files as they were before a change
 * POST /api/undo-fix        { undo }         → {}, the files as they were before a fix
 * GET  /api/mime/<id>?variant=&locale=       → MimeMessage; POST with an EmailQuery: with edited props
 * GET  /api/located/<id>?variant=&locale=    → LocatedEmail; POST likewise
 * POST /api/picture        PictureRequest   → image/png (422: there is no browser to take it)
 * POST /api/send            SendRequest      → SendResult
 * GET  /api/inbox                            → InboxList
 * GET  /api/inbox/search?word=&word=         → InboxMatches
 * GET  /api/inbox/connections                → InboxConnections
 * GET  /api/inbox/<messageId>                → InboxMessage
 * POST /api/inbox/<messageId>/release        ReleaseRequest → SendResult, by the real server
 * GET  /api/inbox/<messageId>/html           → text/html for a sandboxed frame, cid: images resolved
 * GET  /api/inbox/<messageId>/source         → text/plain, the HTML as it came, decoded
 * GET  /api/inbox/<messageId>/raw            → text/plain
 * GET  /api/inbox/<messageId>/message.eml    → message/rfc822, as a download
 * GET  /api/inbox/<messageId>/attachments/<n> → the file, as a download
 * GET  /api/inbox/<messageId>/events         → MessageEvents; POST with a MessageActionRequest likewise
 * GET  /api/inbox/webhooks/<call>/payload    → WebhookPayload
 * POST /api/inbox/webhooks/<call>/resend     → {}, sent once more
 * DELETE /api/inbox?mailbox=                 → {}, all of them or those of a mailbox
 * DELETE /api/inbox/<messageId>              → {}
 * GET  /api/activity                         → Activity
 * GET  /api/activity/messages?state=&to=&word=&next= → ActivityList; also subject, tag, email, key, stream, since, until
 * GET  /api/activity/messages/<id>           → ActivityMessage
 * GET  /api/activity/messages/<id>/html, /source, /raw, /message.eml, /attachments/<n>: as of the inbox
 * POST /api/activity/messages/<id>/actions   ActivityActionRequest → ActivityActionResult
 * GET  /api/activity/plots?range=&by=        → ActivityPlots
 * GET  /api/activity/suppressions?part=      → ActivitySuppressions
 * POST /api/open            SourcePlace      → {}, opened in the author's editor (422: there is none)
 * GET  /api/phone                            → PhoneState; DELETE likewise: no device may look any more
 * POST /api/phone/code      PhoneCodeRequest → PhoneCode
 * GET  /api/events                           → server-sent events, each one ServerEvent as JSON
 *
 * Every answer that is not 2xx is an ApiError. Requests that change something need the header
 * `x-letterpress: 1`. A request with a foreign Host or Origin is answered 403.
 */

export type * from "./activity.ts";
export type * from "./changes.ts";
export type * from "./checks.ts";
export type * from "./console.ts";
export type * from "./emails.ts";
export type * from "./events.ts";
export type * from "./history.ts";
export type * from "./inbox.ts";
export type * from "./message-events.ts";
export type * from "./phone.ts";
export type * from "./pictures.ts";
export type * from "./project.ts";
export type * from "./props/json.ts";
export type * from "./props/prop-type.ts";
export type * from "./props/props.ts";
export type * from "./reading.ts";
export type * from "./references.ts";
export type * from "./send.ts";
export type * from "./source-place.ts";
