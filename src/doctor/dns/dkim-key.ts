import { createPublicKey } from "node:crypto";
import { readTags } from "./read-tags.ts";

/** What a DKIM record holds, or what is wrong with it. */
export type DkimKey =
  | { readonly kind: string; readonly bits: number; readonly isTest: boolean }
  | { readonly problem: string };

/** Reads a DKIM key record (RFC 6376 §3.6.1, RFC 8463). */
export function readDkimKey(record: string): DkimKey {
  const tags = readTags(record);
  const version = tags.get("v");
  if (version !== undefined && version !== "DKIM1") return { problem: 'its v is not "DKIM1"' };
  const encoded = tags.get("p")?.replace(/\s+/g, "");
  if (encoded === undefined) return { problem: "it holds no key (p)" };
  if (encoded === "") return { problem: "its key is empty, which means revoked" };
  const kind = (tags.get("k") ?? "rsa").toLowerCase();
  const isTest = (tags.get("t") ?? "").split(":").some((flag) => flag.trim() === "y");
  if (kind === "ed25519") {
    const { length } = Buffer.from(encoded, "base64");
    return length === 32 ? { kind, bits: 256, isTest } : { problem: "its key is damaged" };
  }
  if (kind !== "rsa") return { problem: "its kind of key (k) is not known" };
  if (!/^[a-z\d+/]+=*$/i.test(encoded)) return { problem: "its key is damaged" };
  const bits = rsaBits(Buffer.from(encoded, "base64"));
  return bits === undefined
    ? { problem: "its key is damaged; long keys are often cut off when pasted" }
    : { kind, bits, isTest };
}

function rsaBits(key: Buffer): number | undefined {
  for (const type of ["spki", "pkcs1"] as const) {
    try {
      const { asymmetricKeyType, asymmetricKeyDetails } = createPublicKey({
        ...{ key, format: "der", type },
      });
      if (asymmetricKeyType === "rsa") return asymmetricKeyDetails?.modulusLength;
    } catch {
      // Not of this form; the next one is tried.
    }
  }
  return undefined;
}
