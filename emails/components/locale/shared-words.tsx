import type { ReactNode } from "react";
import type { Locale } from "./locale.ts";

/** What stands in every email around its own words. */
interface SharedWords {
  readonly greeting: (name: ReactNode) => ReactNode;
  /** Before the address of a button. */
  readonly buttonAddress: string;
  readonly help: (address: ReactNode) => ReactNode;
}

/** The shared words of each language. */
export const sharedWords: Readonly<Record<Locale, SharedWords>> = {
  en: {
    greeting: (name) => <>Hello {name}. </>,
    buttonAddress: "If the button does nothing, paste this address into your browser:",
    help: (address) => <>Questions? Write to {address}. A person answers.</>,
  },
  de: {
    greeting: (name) => <>Guten Tag, {name}. </>,
    buttonAddress: "Tut der Knopf nichts, dann öffnen Sie diese Adresse in Ihrem Browser:",
    help: (address) => <>Fragen? Schreiben Sie an {address}. Es antwortet ein Mensch.</>,
  },
  ar: {
    greeting: (name) => <>مرحبًا {name}. </>,
    buttonAddress: "إذا لم يعمل الزر، فالصق هذا العنوان في متصفحك:",
    help: (address) => <>هل لديك سؤال؟ اكتب إلى {address}، وسيجيبك شخص حقيقي.</>,
  },
  ja: {
    greeting: (name) => <>{name} 様 </>,
    buttonAddress: "ボタンが動作しない場合は、このアドレスをブラウザーで開いてください:",
    help: (address) => <>ご質問は {address} までお寄せください。担当者がお答えします。</>,
  },
};
