import type { Rule } from "../rule.ts";
import { isBroadcast } from "./shared/is-broadcast.ts";

/** A number beside a street, and a code of a town: `12 Binders Yard, Bristol BS1 6QZ`. */
const address =
  /\b\d{5}(?:-\d{4})?\b|\b[A-Z]{1,2}\d[A-Z\d]? ?\d[A-Z]{2}\b|\b[A-Z]\d[A-Z] ?\d[A-Z]\d\b|\b\d{4} ?[A-Z]{2}\b|\bP\.? ?O\.? Box\b|〒 ?\d{3}|\b\d{3}-\d{4}\b|\b\d{4}\b(?=\s+\p{Lu}\p{L}+)/u;

/** A broadcast says where its sender is. */
export const postalAddress: Rule = {
  name: "postal-address",
  subject: "transactional sense",
  severity: "warning",
  summary: "A broadcast has the sender's postal address.",
  reason: "The law of many countries asks for it in commercial mail.",
  source: "https://www.ftc.gov/business-guidance/resources/can-spam-act-compliance-guide-business",
  check(email, report) {
    const { stream } = email.message ?? {};
    if (!isBroadcast(stream) || !email.body) return;
    if (address.test(email.textOf(email.body))) return;
    report({
      message: "A broadcast has no postal address",
      evidence: `stream: "${stream}"`,
      advice: "Put the sender's address into the footer",
      element: email.body,
      literals: [`stream: "${stream}"`, `stream: '${stream}'`],
      same: "",
    });
  },
};
