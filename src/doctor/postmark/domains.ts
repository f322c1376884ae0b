import { defineCheck, type SaidOf } from "../define-check.ts";
import { type Answer, orThrow, textOf } from "./answer.ts";
import { findDomain, recordsOf } from "./domain-facts.ts";

/** Whether the account may send for the domain, and what is left to publish. @see https://postmarkapp.com/developer/api/domains-api */
export const domainsCheck = defineCheck({
  ...{ id: "domain", group: "account", subject: "Domain" },
  applies: ({ account, domain }) => account !== undefined && domain !== undefined,
  async run({ account, domain = "" }) {
    const found = await findDomain(orThrow(account), domain);
    if (!found) {
      return {
        status: "error",
        message: `${domain} is not among the account's domains`,
        fix: "add it at Postmark under Sender Signatures, and publish the records that it shows",
      };
    }
    return [describeDkim(found), describeReturnPath(found)];
  },
});

function describeDkim(domain: Answer): SaidOf {
  const about = { id: "domain-dkim", subject: "DKIM at Postmark" };
  const record = recordsOf(domain).dkim;
  if (textOf(domain, "DKIMPendingHost")) {
    const message = "a new key waits to be published";
    return { ...about, status: "warning", message, fix: "publish it beside the old one", record };
  }
  if (domain.DKIMVerified !== true) {
    const message = `Postmark has not verified the key of ${textOf(domain, "Name")}`;
    return { ...about, status: "error", message, fix: "publish it, then verify it there", record };
  }
  if (domain.WeakDKIM === true) {
    const message = "the key is shorter than is asked for today";
    return { ...about, status: "warning", message, fix: "rotate the DKIM key there" };
  }
  return { ...about, status: "ok", message: `${textOf(domain, "Name")} is verified` };
}

function describeReturnPath(domain: Answer): SaidOf {
  const about = { id: "domain-return-path", subject: "Return-Path at Postmark" };
  const record = recordsOf(domain).returnPath;
  return domain.ReturnPathDomainVerified === true
    ? { ...about, status: "ok", message: `${record.name} is verified` }
    : {
        ...{ ...about, status: "warning", record },
        message: "Postmark has not verified it, so bounces go to a name of its own",
        fix: "publish it, then verify it there",
      };
}
