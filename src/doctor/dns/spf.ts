import { defineCheck } from "../define-check.ts";
import { countSpfLookups, spfRecords } from "./spf-lookups.ts";

const mostLookups = 10;

/**
 * Whether a domain's own SPF record is one that receivers can use. Postmark needs none: SPF is
 * checked on the Return-Path.
 *
 * @see https://postmarkapp.com/blog/why-we-no-longer-ask-for-spf-records
 * @see RFC 7208 §3.2, §4.6.4
 */
export const spfCheck = defineCheck({
  ...{ id: "spf", group: "dns", subject: "SPF" },
  applies: ({ domain }) => domain !== undefined,
  async run({ dns, domain = "" }) {
    const records = await spfRecords(dns, domain);
    const [record] = records;
    if (record === undefined) {
      return {
        status: "ok",
        message: "no record; Postmark needs none, the Return-Path has its own",
      };
    }
    if (records.length > 1) {
      return {
        status: "error",
        message: `${domain} has ${records.length} SPF records, which is a permanent error to receivers`,
        fix: "join them into one",
        record: { type: "TXT", name: domain, value: joined(records) },
      };
    }
    if (/(?:^|\s)\+?all(?:\s|$)/i.test(record)) {
      return {
        status: "error",
        message: `the record of ${domain} lets everybody send in its name (+all)`,
        fix: 'write "~all" or "-all" at its end',
      };
    }
    const count = await countSpfLookups(dns, record);
    const isLegacy = /\binclude:spf\.mtasv\.net\b/i.test(record);
    const dropped = "take out include:spf.mtasv.net, which Postmark no longer needs";
    if (count > mostLookups) {
      return {
        status: "error",
        message: `the record of ${domain} costs ${count >= 40 ? "endless" : count} look-ups; more than ${mostLookups} is a permanent error to receivers`,
        fix: isLegacy ? dropped : "take out the includes of services that you no longer use",
      };
    }
    if (isLegacy) {
      const message = `one record, ${count} of ${mostLookups} look-ups, one of them for nothing`;
      return { status: "ok", message, fix: dropped };
    }
    return { status: "ok", message: `one record, ${count} of ${mostLookups} look-ups` };
  },
});

function joined(records: readonly string[]): string {
  const terms = records.flatMap((record) => record.trim().split(/\s+/).slice(1));
  const alls = terms.filter((term) => /^[+?~-]?all$/i.test(term));
  const others = [...new Set(terms.filter((term) => !alls.includes(term)))];
  return ["v=spf1", ...others, alls.includes("-all") ? "-all" : "~all"].join(" ");
}
