import { passagesOf } from "../document/passages.ts";
import type { Rule } from "../rule.ts";

const speaks = /\b(?:code|otp|passcode|pin)\b|\bcódigo\b|\bcodice\b|رمز|コード|验证码|驗證碼/i;

/** A code can be read without opening the mail. */
export const codeInInboxLine: Rule = {
  name: "code-in-inbox-line",
  subject: "transactional sense",
  severity: "info",
  summary: "The code of a sign-in mail is in its subject or preheader.",
  reason: "Phones show it in the notification and fill it in: no one has to open the mail.",
  source: "https://developer.apple.com/documentation/security/password-autofill",
  check(email, report) {
    if (
      !speaks.test(email.subject) ||
      !email.body ||
      /\b(?:promo|discount|coupon|voucher|gift|source|qr|zip|postal|dress|rabatt|gutschein)\b/i.test(
        email.subject,
      )
    )
      return;
    const found = passagesOf(email).find(
      ({ text, element }) =>
        /^(?:\d[ \u2009-]?){4,8}$/.test(text) && email.styleOf(element).fontSizePx >= 18,
    );
    if (!found) return;
    const code = found.text.replace(/\D/g, "");
    const line = `${email.subject} ${email.preheader.slice(0, 200)}`.replace(
      /(?<=\d)[ \u2009-](?=\d)/g,
      "",
    );
    const withoutBody = line.includes(code);
    if (withoutBody) return;
    report({
      message: "The code is neither in the subject nor in the preheader",
      evidence: `a code of ${code.length} digits`,
      advice: "Begin the subject with it: “123456 is your code”",
      element: found.element,
      literals: ["subject:"],
      same: "",
    });
  },
};
