import { generateKeyPairSync } from "node:crypto";
import type { DnsResolver } from "../../src/doctor/dns/dns-lookup.ts";

/** Records by type and name: `"TXT _dmarc.shop.example"`. A string in place of a list is an error's code. */
export type Zone = Readonly<Record<string, readonly string[] | string>>;

/** A resolver that knows these records and no others. `undefined` never answers. */
export function fakeDns(zone: Zone | undefined): DnsResolver {
  const look = async (type: string, name: string): Promise<readonly string[]> => {
    if (!zone) return new Promise(() => undefined);
    const found = zone[`${type} ${name}`];
    if (Array.isArray(found)) return found;
    throw Object.assign(new Error(`query${type} ${name}`), { code: found ?? "ENOTFOUND" });
  };
  return {
    // Long texts come in pieces, as DNS has them.
    resolveTxt: async (name) =>
      (await look("TXT", name)).map((text) => text.match(/.{1,200}/gs) ?? [""]),
    resolveCname: (name) => look("CNAME", name),
    resolveMx: async (name) =>
      (await look("MX", name)).map((exchange, index) => ({ exchange, priority: index })),
    resolve4: (name) => look("A", name),
    resolve6: (name) => look("AAAA", name),
  };
}

/** A DKIM record as Postmark wants it published. */
export function dkimRecord(modulusLength: number): string {
  const { publicKey } = generateKeyPairSync("rsa", {
    modulusLength,
    publicKeyEncoding: { type: "spki", format: "der" },
    privateKeyEncoding: { type: "pkcs8", format: "der" },
  });
  return `k=rsa; p=${publicKey.toString("base64")}`;
}

/** The selector of {@link healthyZone}. */
export const selector = "20240920183138pm";

/** Everything published as it should be. */
export const healthyZone: Zone = {
  "A smtp.postmarkapp.com": ["192.0.2.1"],
  "MX shop.example": ["mx.shop.example"],
  "TXT shop.example": ["v=spf1 include:_spf.mail.example -all", "some-verification=1"],
  "TXT _spf.mail.example": ["v=spf1 ip4:192.0.2.0/24 a:mail.example -all"],
  "TXT _dmarc.shop.example": ["v=DMARC1; p=reject; rua=mailto:dmarc@shop.example"],
  "CNAME pm-bounces.shop.example": ["pm.mtasv.net."],
  [`TXT ${selector}._domainkey.shop.example`]: [dkimRecord(2048)],
};
