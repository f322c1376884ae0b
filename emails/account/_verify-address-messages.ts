import { createTranslator } from "use-intl/core";
import { type Locale, languageOf } from "../components/locale/locale.ts";

/** What the email says in English, and so which keys there are. ICU MessageFormat. */
const en = {
  subject: "{code} is your Foolscap code",
  title: "Confirm your email address",
  lifetime:
    "{unit, select, day {{count, plural, one {# day} other {# days}}} hour {{count, plural, one {# hour} other {# hours}}} other {{count, plural, one {# minute} other {# minutes}}}}",
  preheader: "Type it where you signed up, or confirm with one press. Good for {lifetime}.",
  reason: "You get this because someone signed up to Foolscap with <email></email>.",
  lead: "Type this code where you signed up. It is good for {lifetime}.",
  sameDevice: "Reading this on the device you signed up on? Then skip the typing.",
  action: "Confirm this address",
  notYou:
    "You did not sign up? Then leave this email be: without the code no account is opened. No one at Foolscap will ever ask you for it.",
};

const messages: Readonly<Record<Locale, typeof en>> = {
  en,
  de: {
    subject: "{code} ist Ihr Code für Foolscap",
    title: "Bestätigen Sie Ihre E-Mail-Adresse",
    lifetime:
      "{unit, select, day {{count, plural, one {# Tag} other {# Tage}}} hour {{count, plural, one {# Stunde} other {# Stunden}}} other {{count, plural, one {# Minute} other {# Minuten}}}}",
    preheader:
      "Dort eingeben, wo Sie sich angemeldet haben, oder mit einem Klick bestätigen. Gültig: {lifetime}.",
    reason:
      "Sie erhalten diese Nachricht, weil sich jemand mit <email></email> bei Foolscap angemeldet hat.",
    lead: "Geben Sie diesen Code dort ein, wo Sie sich angemeldet haben. Gültig: {lifetime}.",
    sameDevice:
      "Lesen Sie das auf dem Gerät, mit dem Sie sich angemeldet haben? Dann geht es ohne.",
    action: "Diese Adresse bestätigen",
    notYou:
      "Sie haben sich nicht angemeldet? Dann lassen Sie diese Nachricht ruhen: Ohne den Code wird kein Konto eröffnet. Niemand bei Foolscap wird Sie je danach fragen.",
  },
  ar: {
    subject: "{code} هو رمزك في Foolscap",
    title: "أكِّد عنوان بريدك الإلكتروني",
    lifetime:
      "{unit, select, day {{count, plural, one {يوم واحد} two {يومان} few {# أيام} many {# يومًا} other {# يوم}}} hour {{count, plural, one {ساعة واحدة} two {ساعتان} few {# ساعات} many {# ساعة} other {# ساعة}}} other {{count, plural, one {دقيقة واحدة} two {دقيقتان} few {# دقائق} many {# دقيقة} other {# دقيقة}}}}",
    preheader: "اكتبه حيث سجّلت، أو أكِّد بضغطة واحدة. الصلاحية: {lifetime}.",
    reason: "وصلتك هذه الرسالة لأن شخصًا سجّل في Foolscap بالعنوان <email></email>.",
    lead: "اكتب هذا الرمز حيث سجّلت. الصلاحية: {lifetime}.",
    sameDevice: "هل تقرأ هذا على الجهاز الذي سجّلت منه؟ إذن لا حاجة إلى الكتابة.",
    action: "تأكيد هذا العنوان",
    notYou:
      "لم تسجّل؟ تجاهل هذه الرسالة إذن: لا يُفتح حساب من دون الرمز، ولن يسألك عنه أحد من Foolscap أبدًا.",
  },
  ja: {
    subject: "{code} は Foolscap の確認コードです",
    title: "メールアドレスの確認",
    lifetime:
      "{unit, select, day {{count, plural, other {# 日間}}} hour {{count, plural, other {# 時間}}} other {{count, plural, other {# 分間}}}}",
    preheader: "登録した画面に入力するか、ボタンを押して確認してください。有効期間: {lifetime}。",
    reason: "<email></email> で Foolscap への登録があったため、このメールをお送りしています。",
    lead: "登録した画面にこのコードを入力してください。有効期間は{lifetime}です。",
    sameDevice: "登録したのと同じ端末でご覧の場合、入力は必要ありません。",
    action: "このアドレスを確認する",
    notYou:
      "登録した覚えがない場合は、このメールを無視してください。コードがなければアカウントは作成されません。Foolscap がコードをお尋ねすることはありません。",
  },
};

/** Translates the words of the email. */
export type Translate = ReturnType<typeof createVerifyAddressTranslator>;

/** Creates the translator of one render. @param onError told of a key without words */
export function createVerifyAddressTranslator(locale: Locale, onError: (error: Error) => void) {
  return createTranslator({
    locale: languageOf(locale).lang,
    messages: messages[locale],
    onError,
  });
}
