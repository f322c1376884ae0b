import { defineCheck } from "../define-check.ts";
import { isAligned } from "./alignment.ts";
import { findPolicy } from "./dmarc.ts";
import { fixOfDoubled } from "./doubled-name.ts";

/** Where a Return-Path domain points. @see https://postmarkapp.com/support/article/1113-how-do-i-manage-domains-using-the-api */
const postmarkHost = "pm.mtasv.net";

/** Whether bounces go to a name of the domain, so that SPF is aligned with From. */
export const returnPathCheck = defineCheck({
  ...{ id: "return-path", group: "dns", subject: "Return-Path" },
  applies: ({ domain }) => domain !== undefined,
  async run({ dns, domain = "", returnPath: name = `pm-bounces.${domain}` }) {
    const record = { type: "CNAME" as const, name, value: postmarkHost };
    const [target] = await dns.cname(name);
    if (target !== undefined && target !== postmarkHost) {
      const message = `${name} points to ${target}, not to ${postmarkHost}`;
      return { status: "error", message, fix: "replace it", record };
    }
    if (target === undefined) {
      const [addresses, doubled] = await Promise.all([
        dns.addresses(name),
        dns.cname(`${name}.${domain}`),
      ]);
      if (doubled.length > 0) {
        const message = `there is no CNAME at ${name}, but one at ${name}.${domain}`;
        return { status: "error", message, fix: fixOfDoubled(name, domain), record };
      }
      if (addresses.length > 0) {
        return {
          status: "error",
          message: `${name} has addresses where a CNAME belongs`,
          fix: "publish the CNAME in their place; at a DNS host with a proxy, switch the proxy off for it",
          record,
        };
      }
      return {
        status: "warning",
        message: `there is no CNAME at ${name}: bounces go to ${postmarkHost}, so SPF is not aligned and DMARC rests on DKIM alone`,
        fix: "publish it, and verify it in Postmark's DNS settings; another name is told by --return-path",
        record,
      };
    }
    const policy = await findPolicy(dns, domain);
    const mode = policy?.tags.get("aspf")?.toLowerCase() === "s" ? "strict" : "relaxed";
    if (isAligned(name, domain, mode)) {
      return { status: "ok", message: `${name} → ${postmarkHost}, aligned with From` };
    }
    return mode === "strict" && isAligned(name, domain)
      ? {
          status: "warning",
          message: `${name} → ${postmarkHost}, but DMARC asks for the very same domain (aspf=s), so DMARC rests on DKIM alone`,
          fix: `take "aspf=s" out of the record at ${policy?.name}`,
        }
      : {
          status: "warning",
          message: `${name} is of another owner than ${domain}, so SPF is not aligned`,
          ...{ fix: "use a name below the domain in From" },
          record: { ...record, name: `pm-bounces.${domain}` },
        };
  },
});
