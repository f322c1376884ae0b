import { generate } from "selfsigned";

/** What a certificate of a test may be asked to be. */
export interface CertificateWishes {
  readonly host?: string;
  readonly notBefore?: Date;
  readonly notAfter?: Date;
  /** Signed by this authority instead of by itself. */
  readonly ca?: { readonly key: string; readonly cert: string };
  readonly isAuthority?: boolean;
}

/** Makes a key and a certificate, however wrong. */
export async function makeCertificateThat(wishes: CertificateWishes) {
  const { host = "localhost", notBefore, notAfter, ca, isAuthority = false } = wishes;
  const options: Parameters<typeof generate>[1] = {
    keyType: "ec",
    algorithm: "sha256",
    ...(notBefore && { notBeforeDate: notBefore }),
    ...(notAfter && { notAfterDate: notAfter }),
    ...(ca && { ca }),
    extensions: [
      { name: "basicConstraints", cA: isAuthority, critical: true },
      { name: "subjectAltName", altNames: [{ type: 2, value: host }] },
    ],
  };
  const made = await generate([{ name: "commonName", value: host }], options);
  return { key: made.private, cert: made.cert };
}
