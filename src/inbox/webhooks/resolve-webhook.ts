import { type InboxWebhook, type WebhookEntry, webhookTriggers } from "./webhook-options.ts";

/** What a header's name may hold, and its value. @see RFC 9110 §5.5, §5.6.2 */
const headerName = /^[\w!#$%&'*+.^`|~-]+$/;
const headerValue = /^[\t\x20-\x7e\x80-\xff]*$/;

/**
 * Fills in what is not said of a webhook. Credentials in the address become basic auth.
 *
 * @throws {TypeError} that names the option, what was expected and what came
 */
export function resolveWebhook(webhook: InboxWebhook): Omit<WebhookEntry, "id" | "isVerified"> {
  const url = URL.canParse(webhook.url) ? new URL(webhook.url) : undefined;
  if (!url || (url.protocol !== "http:" && url.protocol !== "https:")) {
    throw fault("'url' must be an address such as http://127.0.0.1:3000/webhooks");
  }
  const { username, password } = url;
  const inUrl =
    username || password ? { username: decode(username), password: decode(password) } : undefined;
  url.username = "";
  url.password = "";
  const { triggers = webhookTriggers, headers = {} } = webhook;
  const unknown = triggers.find((trigger) => !webhookTriggers.includes(trigger));
  if (unknown !== undefined) {
    throw fault(`'triggers' may hold ${webhookTriggers.join(", ")}; got ${unknown}`);
  }
  for (const [name, value] of Object.entries(headers)) {
    if (headerName.test(name) && headerValue.test(value)) continue;
    throw fault(`'headers' has a name or value that no header can have: ${name}`);
  }
  return {
    ...{ url: url.href, stream: webhook.stream, triggers, headers },
    auth: webhook.auth ?? inUrl,
    firstOpenOnly: webhook.firstOpenOnly ?? false,
    includeContent: webhook.includeContent ?? false,
  };
}

/**
 * A webhook as an option says it.
 *
 * @throws {TypeError} at once when something is wrong with it
 */
export function toWebhook(given: string | InboxWebhook): InboxWebhook {
  const webhook = typeof given === "string" ? { url: given } : given;
  resolveWebhook(webhook);
  return webhook;
}

function fault(what: string): TypeError {
  return new TypeError(`Cannot set up the webhook: ${what}`);
}

function decode(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
