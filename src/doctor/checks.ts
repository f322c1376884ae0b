import { defineCheck } from "./define-check.ts";
import { dkimCheck } from "./dns/dkim.ts";
import { dmarcCheck } from "./dns/dmarc.ts";
import { mxCheck } from "./dns/mx.ts";
import { returnPathCheck } from "./dns/return-path.ts";
import { spfCheck } from "./dns/spf.ts";
import type { DoctorCheck } from "./doctor-context.ts";
import { domainsCheck } from "./postmark/domains.ts";
import { serverCheck } from "./postmark/server.ts";
import { settingsCheck } from "./postmark/settings.ts";
import { smtpErrorsCheck } from "./postmark/smtp-errors.ts";
import { streamCheck } from "./postmark/stream.ts";
import { webhooksCheck } from "./postmark/webhooks.ts";
import { environmentCheck } from "./settings/lint-environment.ts";
import { loginCheck, portsCheck } from "./smtp/ports.ts";

/** Says why nothing is looked up, where no domain is known. */
const domainCheck = defineCheck({
  ...{ id: "no-domain", group: "dns", subject: "Domain" },
  applies: ({ domain }) => domain === undefined,
  run: () => ({
    status: "skipped",
    message: "it is not known which one mail is sent from",
    fix: "give --domain, or set MAIL_FROM",
  }),
});

/** Every check, in the order of the screen. */
export const checks: readonly DoctorCheck[] = [
  environmentCheck,
  ...[portsCheck, loginCheck],
  ...[domainCheck, dkimCheck, returnPathCheck, dmarcCheck, spfCheck, mxCheck],
  ...[serverCheck, settingsCheck, streamCheck, webhooksCheck, smtpErrorsCheck],
  domainsCheck,
];
