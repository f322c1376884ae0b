const usual = "https://api.postmarkapp.com";

/**
 * Where the API is, without a slash at the end. A token must not travel in clear: `http:` is for
 * this machine's own addresses.
 *
 * @throws {TypeError} when it is no such address
 */
export function baseUrlOf(given: string = usual): string {
  const url = URL.canParse(given) ? new URL(given) : undefined;
  const isLocal = /^(localhost|127\.\d+\.\d+\.\d+|\[::1\])$/.test(url?.hostname ?? "");
  if (url?.protocol === "https:" || (url?.protocol === "http:" && isLocal)) {
    if (!url.username && !url.password) return `${url.origin}${url.pathname}`.replace(/\/+$/, "");
  }
  throw new TypeError(
    "Cannot use Postmark's API: 'baseUrl' must begin with https://, or with http:// and an address of this machine, and hold no password",
  );
}
