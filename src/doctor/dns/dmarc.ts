import { defineCheck, type SaidOf } from "../define-check.ts";
import type { DnsLookup } from "./dns-lookup.ts";
import { findDoubled, fixOfDoubled } from "./doubled-name.ts";
import { readTags } from "./read-tags.ts";

/** The policy that holds for a domain. */
export interface DmarcPolicy {
  /** Where it was found, `_dmarc.` included. */
  readonly name: string;
  readonly isOwn: boolean;
  readonly tags: ReadonlyMap<string, string>;
}

/** Whether a domain's mail is protected, and whether someone is told. @see RFC 7489 §6.3 */
export const dmarcCheck = defineCheck({
  ...{ id: "dmarc", group: "dns", subject: "DMARC" },
  applies: ({ domain }) => domain !== undefined,
  async run({ dns, domain = "" }) {
    const name = `_dmarc.${domain}`;
    const all = await dmarcRecords(dns, name);
    const record = {
      ...{ type: "TXT" as const, name },
      value: `v=DMARC1; p=none; rua=mailto:dmarc@${domain}`,
    };
    if (all.length > 1) {
      return {
        status: "error",
        message: `${name} has ${all.length} records, so receivers use none of them`,
        fix: "delete all but one",
      };
    }
    const policy = await findPolicy(dns, domain);
    if (policy) return describePolicy(policy);
    const near = await dns.txt(name);
    if (near.some((text) => /dmarc/i.test(text))) {
      return {
        status: "error",
        message: `the record at ${name} does not begin with "v=DMARC1", so receivers ignore it`,
        ...{ fix: "replace it", record },
      };
    }
    const doubled = await findDoubled(dns.txt, name, domain);
    return {
      status: "error",
      message: doubled
        ? `there is none at ${name}, but one at ${doubled}`
        : "there is none; Gmail, Yahoo and Microsoft ask bulk senders for one",
      fix: doubled ? fixOfDoubled(name, domain) : "publish it, with an address that you read",
      record,
    };
  },
});

/** The policy of a domain, or of the nearest one above it. */
export async function findPolicy(dns: DnsLookup, domain: string): Promise<DmarcPolicy | undefined> {
  const labels = domain.split(".");
  // As deep as the tree walk of DMARC's successor goes.
  for (let from = 0; from <= labels.length - 2 && from < 8; from += 1) {
    const name = `_dmarc.${labels.slice(from).join(".")}`;
    const [record, ...others] = await dmarcRecords(dns, name);
    if (record !== undefined && others.length === 0) {
      return { name, isOwn: from === 0, tags: readTags(record) };
    }
  }
  return undefined;
}

async function dmarcRecords(dns: DnsLookup, name: string): Promise<readonly string[]> {
  return (await dns.txt(name)).filter((text) => /^\s*v\s*=\s*DMARC1\s*(;|$)/.test(text));
}

function describePolicy({ name, isOwn, tags }: DmarcPolicy): SaidOf {
  const own = tags.get("p")?.toLowerCase();
  const policy = isOwn ? own : (tags.get("sp")?.toLowerCase() ?? own);
  const where = isOwn ? "" : `, of ${name}`;
  if (policy === undefined || !["none", "quarantine", "reject"].includes(policy)) {
    return {
      status: "error",
      message: `the record at ${name} has no valid policy, so receivers ignore it`,
      fix: 'put "p=none", "p=quarantine" or "p=reject" behind "v=DMARC1;"',
    };
  }
  const rua = (tags.get("rua") ?? "").split(",").map((uri) => uri.trim());
  if (!rua.some((uri) => /^mailto:[^@\s]+@[^@\s]+$/i.test(uri))) {
    return {
      status: "warning",
      message: `p=${policy}${where}, and no one gets its reports (no rua)`,
      fix: `add "rua=mailto:" and an address that you read to the record at ${name}`,
    };
  }
  if (policy === "none") {
    return {
      status: "warning",
      message: `p=none${where}: forged mail is reported and let through`,
      fix: `when the reports show no mail of yours failing, change p to "quarantine", then "reject", at ${name}`,
    };
  }
  return { status: "ok", message: `p=${policy}${where}, reports go to an address` };
}
