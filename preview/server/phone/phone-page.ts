import type { EmailSummary, EmailView } from "../../protocol/index.ts";
import { escapeHtml } from "../api/escape-html.ts";

/** What a page for a phone shows. */
export interface PhonePage {
  readonly emails: readonly EmailSummary[];
  readonly id: string;
  readonly view: EmailView | undefined;
  /** Allows the page's own script and style. */
  readonly nonce: string;
}

/** The email in a frame as wide as the phone, with what chooses another above it. */
export function writePhonePage({ emails, id, view, nonce }: PhonePage): string {
  const variant = view?.variant ?? "default";
  const result = view?.result;
  const options = emails.map((email) => option(email.id, email.id, email.id === id));
  const variants = (view?.variants ?? []).map(({ name, slug }) =>
    option(slug, name, slug === variant),
  );
  const shown =
    result?.status === "rendered"
      ? `<div class="line"><h1>${escapeHtml(result.subject)}</h1> ${escapeHtml(result.preheader)}</div>
<iframe title="The email" sandbox="${frameSandbox}" src="/frame/${encodePath(id)}?variant=${encodeURIComponent(variant)}"></iframe>`
      : `<h1 class="problem">${escapeHtml(result ? `The email does not render: ${result.message}` : "There is no such email any more.")}</h1>`;
  return documentOf(
    id,
    `<header><form>
<select aria-label="Email" name="id">${options.join("")}</select>
<select aria-label="Variant" name="variant"${variants.length > 1 ? "" : " hidden"}>${variants.join("")}</select>
</form></header>
<main>
${shown}
</main>
<script nonce="${nonce}">${script}</script>`,
    nonce,
  );
}

/** A short page in place of an email. */
export function writePhoneNotice(message: string, nonce: string): string {
  const body = `<main><h1 class="problem">${escapeHtml(message)}</h1></main>`;
  return documentOf("Letterpress", body, nonce);
}

function documentOf(title: string, body: string, nonce: string): string {
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<title>${escapeHtml(title)}</title>
<style nonce="${nonce}">${style}</style>
</head>
<body>
${body}
</body>
</html>
`;
}

/** An email shows itself; its links open beside it, as in a mail program. */
export const frameSandbox = "allow-same-origin allow-popups allow-popups-to-escape-sandbox";

const style = `
*{box-sizing:border-box}
html,body{height:100%;margin:0}
body,main{display:flex;flex-direction:column}
main{flex:1;min-height:0}
h1{display:inline;margin:0;font-size:inherit}
.problem{font-weight:400}
body{font:15px/1.4 system-ui,sans-serif}
form{display:flex;gap:8px;padding:8px;border-bottom:1px solid color-mix(in srgb,currentColor 20%,transparent)}
select{font:inherit;min-height:44px;min-width:0;flex:1}
.line{margin:0;padding:8px;white-space:nowrap;overflow:hidden;text-overflow:ellipsis;border-bottom:1px solid color-mix(in srgb,currentColor 20%,transparent)}
.problem{padding:16px;overflow-wrap:anywhere}
iframe{flex:1;width:100%;border:0;background:#fff}
`;

/** Goes where one chooses, and loads anew when the server says that something was saved. */
const script = `
const form = document.forms[0];
const go = (keepVariant) => {
  const variant = keepVariant ? "?variant=" + encodeURIComponent(form.variant.value) : "";
  location.href = "/emails/" + form.id.value.split("/").map(encodeURIComponent).join("/") + variant;
};
form.elements.namedItem("id").onchange = () => go(false);
form.elements.namedItem("variant").onchange = () => go(true);
new EventSource("/changes").onmessage = () => location.reload();
`;

function option(value: string, text: string, isChosen: boolean): string {
  return `<option value="${escapeHtml(value)}"${isChosen ? " selected" : ""}>${escapeHtml(text)}</option>`;
}

/** The path of an email's id in an address. */
export function encodePath(id: string): string {
  return id.split("/").map(encodeURIComponent).join("/");
}
