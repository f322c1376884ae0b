/** An address for webhooks, apart from the user and password in it. */
export interface WebhookUrl {
  /** Without user and password; may be shown. */
  readonly url: string;
  readonly auth: { readonly Username: string; readonly Password: string } | undefined;
}

/** Reads an address that may hold user and password. @returns `undefined` when it is none of http(s) */
export function readWebhookUrl(text: string): WebhookUrl | undefined {
  const url = URL.canParse(text) ? new URL(text) : undefined;
  if (!url || !/^https?:$/.test(url.protocol)) return undefined;
  const [Username, Password] = [url.username, url.password].map(decode);
  url.username = "";
  url.password = "";
  const auth =
    Username || Password ? { Username: Username ?? "", Password: Password ?? "" } : undefined;
  return { url: url.href, auth };
}

/** An address as it may be shown: its query, where secrets are put too, is left out. */
export function shownUrl({ url }: WebhookUrl): string {
  return url.replace(/\?.*$/s, "?…");
}

function decode(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
