import type { ReactNode } from "react";
import type { Locale } from "../components/locale/locale.ts";

interface Words {
  readonly subject: (code: string) => string;
  readonly title: string;
  readonly preheader: (lifetime: string) => string;
  readonly reason: (email: ReactNode) => ReactNode;
  readonly lead: (lifetime: string) => string;
  readonly sameDevice: string;
  readonly action: string;
  readonly notYou: string;
}

/** What the email says in each of its languages. */
export const verifyAddressWords: Readonly<Record<Locale, Words>> = {
  en: {
    subject: (code) => `${code} is your Foolscap code`,
    title: "Confirm your email address",
    preheader: (lifetime) =>
      `Type it where you signed up, or confirm with one press. Good for ${lifetime}.`,
    reason: (email) => <>You get this because someone signed up to Foolscap with {email}.</>,
    lead: (lifetime) => `Type this code where you signed up. It is good for ${lifetime}.`,
    sameDevice: "Reading this on the device you signed up on? Then skip the typing.",
    action: "Confirm this address",
    notYou:
      "You did not sign up? Then leave this email be: without the code no account is opened. No one at Foolscap will ever ask you for it.",
  },
  de: {
    subject: (code) => `${code} ist Ihr Code für Foolscap`,
    title: "Bestätigen Sie Ihre E-Mail-Adresse",
    preheader: (lifetime) =>
      `Dort eingeben, wo Sie sich angemeldet haben, oder mit einem Klick bestätigen. Gültig: ${lifetime}.`,
    reason: (email) => (
      <>Sie erhalten diese Nachricht, weil sich jemand mit {email} bei Foolscap angemeldet hat.</>
    ),
    lead: (lifetime) =>
      `Geben Sie diesen Code dort ein, wo Sie sich angemeldet haben. Gültig: ${lifetime}.`,
    sameDevice:
      "Lesen Sie das auf dem Gerät, mit dem Sie sich angemeldet haben? Dann geht es ohne.",
    action: "Diese Adresse bestätigen",
    notYou:
      "Sie haben sich nicht angemeldet? Dann lassen Sie diese Nachricht ruhen: Ohne den Code wird kein Konto eröffnet. Niemand bei Foolscap wird Sie je danach fragen.",
  },
  ar: {
    subject: (code) => `${code} هو رمزك في Foolscap`,
    title: "أكِّد عنوان بريدك الإلكتروني",
    preheader: (lifetime) => `اكتبه حيث سجّلت، أو أكِّد بضغطة واحدة. الصلاحية: ${lifetime}.`,
    reason: (email) => <>وصلتك هذه الرسالة لأن شخصًا سجّل في Foolscap بالعنوان {email}.</>,
    lead: (lifetime) => `اكتب هذا الرمز حيث سجّلت. الصلاحية: ${lifetime}.`,
    sameDevice: "هل تقرأ هذا على الجهاز الذي سجّلت منه؟ إذن لا حاجة إلى الكتابة.",
    action: "تأكيد هذا العنوان",
    notYou:
      "لم تسجّل؟ تجاهل هذه الرسالة إذن: لا يُفتح حساب من دون الرمز، ولن يسألك عنه أحد من Foolscap أبدًا.",
  },
};
