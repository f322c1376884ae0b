/** Secrets shorter than this are not looked for in texts: they would match everywhere. */
const minSecretLength = 6;

/** Which form of credentials was given; named in errors in place of their value. */
export type CredentialForm =
  | "the server token as user name and password"
  | 'the server token as user name and the letter "x" as password'
  | "the SMTP token's access key and secret key"
  | "the user name and password of the URL";

/** A user name and a password that show nowhere: not in `util.inspect`, not in JSON, not in a log. */
export class Credentials {
  readonly form: CredentialForm;
  readonly #user: string;
  readonly #password: string;
  readonly #secrets: readonly string[];

  constructor(form: CredentialForm, user: string, password: string) {
    this.form = form;
    this.#user = user;
    this.#password = password;
    const plain = [user, password];
    const encoded = [...plain, `\0${user}\0${password}`].map(toBase64);
    this.#secrets = [...new Set([...plain, ...encoded])]
      .filter((secret) => secret.length >= minSecretLength)
      .sort((a, b) => b.length - a.length);
  }

  /** What a login needs. Hand it on at once, keep no copy. */
  reveal(): { readonly user: string; readonly pass: string } {
    return { user: this.#user, pass: this.#password };
  }

  /** The text with every trace of the credentials, plain or in base64, replaced by `[redacted]`. */
  redact(text: string): string {
    return this.#secrets.reduce((result, secret) => result.replaceAll(secret, "[redacted]"), text);
  }
}

function toBase64(text: string): string {
  return Buffer.from(text, "utf8").toString("base64");
}
