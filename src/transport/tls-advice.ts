/** What is wrong with a certificate, by OpenSSL's verdict, and what fixes it. @see https://nodejs.org/api/tls.html#x509-certificate-error-codes */
const certificateFaults: Readonly<Record<string, string>> = {
  CERT_HAS_EXPIRED: "has expired: renew it, or check this machine's clock",
  CERT_NOT_YET_VALID: "is not valid yet: check this machine's clock, or wait until it is",
  CERT_REVOKED: "was revoked: have a new one made for the server",
  DEPTH_ZERO_SELF_SIGNED_CERT:
    "is signed by itself: give its authority in 'tls.ca', which it is itself, or have one made by a known authority",
  SELF_SIGNED_CERT_IN_CHAIN:
    "comes from an authority that this machine does not know: give its authority in 'tls.ca'",
  UNABLE_TO_GET_ISSUER_CERT:
    "comes without the one that signed it: let the server send its whole chain, or give its authority in 'tls.ca'",
  UNABLE_TO_GET_ISSUER_CERT_LOCALLY:
    "comes from an authority that this machine does not know, or without the ones between: let the server send its whole chain, or give its authority in 'tls.ca'",
  UNABLE_TO_VERIFY_LEAF_SIGNATURE:
    "comes without the ones between it and its authority: let the server send its whole chain, or give its authority in 'tls.ca'",
  ERR_TLS_CERT_ALTNAME_INVALID: "is made out to another name: connect by a name that it holds",
  HOSTNAME_MISMATCH: "is made out to another name: connect by a name that it holds",
  INVALID_PURPOSE: "is not made for servers: have one made for that use",
};

const otherCertificateFault =
  /^(CERT_|CRL_|UNABLE_TO_|SELF_SIGNED|DEPTH_ZERO|ERR_TLS_CERT|INVALID_CA|PATH_LENGTH|ERROR_IN_C)/;

/** What is wrong with a server's certificate, as it follows "its certificate"; `undefined` when it is not that. */
export function certificateFault(code: string): string | undefined {
  const known = Object.hasOwn(certificateFaults, code) ? certificateFaults[code] : undefined;
  if (known) return known;
  return otherCertificateFault.test(code)
    ? "is not to be trusted: have a valid one made for the server, or give its authority in 'tls.ca'"
    : undefined;
}

/** Why a handshake cannot come about; tried again it fails again. */
const handshakeFaults: readonly (readonly [RegExp, string])[] = [
  [
    /PROTOCOL_VERSION|UNSUPPORTED_PROTOCOL|VERSION_TOO_LOW|NO_PROTOCOLS_AVAILABLE/,
    "it speaks no TLS 1.2 or newer: update the server, or switch newer versions on there",
  ],
  [
    /HANDSHAKE_FAILURE|NO_SHARED_CIPHER|NO_CIPHERS|INSUFFICIENT_SECURITY|NO_SUITABLE|NO_SHARED_/,
    "it has no cipher or key in common with this machine: update the server's TLS settings",
  ],
  [
    /KEY_TOO_SMALL|MD_TOO_WEAK|KEY_TOO_WEAK/,
    "its certificate or key is too weak: have a new one made for the server",
  ],
];

/** Why TLS failed for good, by OpenSSL's code; `undefined` when it may pass. */
export function handshakeFault(code: string): string | undefined {
  if (!code.startsWith("ERR_SSL_")) return undefined;
  return handshakeFaults.find(([pattern]) => pattern.test(code))?.[1];
}

/** Whether what answered is no TLS at all. */
export function isNoTls(code: string): boolean {
  return /WRONG_VERSION_NUMBER|PACKET_LENGTH_TOO_LONG|HTTP_REQUEST|UNKNOWN_PROTOCOL|UNEXPECTED_MESSAGE/.test(
    code,
  );
}
