import { defineCheck, type SaidOf } from "../define-check.ts";
import type { DoctorContext } from "../doctor-context.ts";
import { readDkimKey } from "./dkim-key.ts";
import { findDoubled, fixOfDoubled } from "./doubled-name.ts";

/** Receivers refuse shorter keys (RFC 8301 §3.2); 2048 bits is what it asks of signers. */
const leastBits = 1024;
const wishedBits = 2048;

/** Whether the key that Postmark signs with is published. A selector cannot be guessed. @see RFC 6376 §3.6 */
export const dkimCheck = defineCheck({
  ...{ id: "dkim", group: "dns", subject: "DKIM" },
  applies: ({ domain }) => domain !== undefined,
  async run(context) {
    if (context.dkimSelectors.length === 0) {
      return {
        status: "skipped",
        message: "its selector is not known, and cannot be guessed",
        fix: "give --dkim-selector: what stands before ._domainkey in Postmark's DNS settings, as in 20240920183138pm; or POSTMARK_ACCOUNT_TOKEN",
      };
    }
    return Promise.all(context.dkimSelectors.map((selector) => lookAt(context, selector)));
  },
});

async function lookAt(
  { dns, domain = "", dkimValue, dkimSelectors }: DoctorContext,
  selector: string,
): Promise<SaidOf> {
  const name = `${selector}._domainkey.${domain}`;
  const id = dkimSelectors.length > 1 ? `dkim-${selector}` : "dkim";
  const record = dkimValue ? { type: "TXT" as const, name, value: dkimValue } : undefined;
  const toPublish = record ? "publish it" : "publish the record of Postmark's DNS settings there";
  const records = await dns.txt(name);
  const [text] = records;
  if (text === undefined) {
    const doubled = await findDoubled(dns.txt, name, domain);
    return {
      ...{ id, status: "error", record },
      message: doubled
        ? `there is no key at ${name}, but one at ${doubled}`
        : `there is no key at ${name}`,
      fix: doubled ? fixOfDoubled(name, domain) : toPublish,
    };
  }
  if (records.length > 1) {
    const message = `${name} has ${records.length} records, so which key counts is left to chance`;
    return { id, status: "error", message, fix: "delete all but Postmark's", record };
  }
  const key = readDkimKey(text);
  if ("problem" in key) {
    const message = `the record at ${name} cannot be used: ${key.problem}`;
    return { id, status: "error", message, fix: toPublish, record };
  }
  if (dkimValue && publicPart(dkimValue) !== "" && publicPart(text) !== publicPart(dkimValue)) {
    const message = `the key at ${name} is another than Postmark signs with`;
    return { id, status: "error", message, fix: "replace it", record };
  }
  return { id, ...describeKey(key, name) };
}

function describeKey(
  {
    kind,
    bits,
    isTest,
  }: { readonly kind: string; readonly bits: number; readonly isTest: boolean },
  name: string,
): SaidOf {
  if (kind === "rsa" && bits < leastBits) {
    return {
      status: "error",
      message: `the key at ${name} has ${bits} bits; receivers refuse fewer than ${leastBits}`,
      fix: "rotate the DKIM key in Postmark's DNS settings, and publish the new one",
    };
  }
  if (isTest) {
    return {
      status: "warning",
      message: `the record at ${name} is marked as a test (t=y); receivers may treat the mail as unsigned`,
      fix: 'take "t=y" out',
    };
  }
  if (kind === "rsa" && bits < wishedBits) {
    return {
      status: "warning",
      message: `the key at ${name} has ${bits} bits; ${wishedBits} is what is asked for today`,
      fix: "rotate the DKIM key in Postmark's DNS settings, and publish the new one",
    };
  }
  return { status: "ok", message: `${name}, ${kind}, ${bits} bits` };
}

function publicPart(record: string): string {
  return /(?:^|;)\s*p\s*=\s*([^;]*)/.exec(record)?.[1]?.replace(/\s+/g, "") ?? "";
}
