import { Head } from "@react-email/components";
import { darkStyles, outlookDarkStyles, phoneStyles, resetStyles, wordStyles } from "./styles.ts";

/** React writes no comments; Outlook's conditional ones go in whole. For constant text only. */
const readByWordOnly = {
  dangerouslySetInnerHTML: { __html: `<!--[if mso]>${wordStyles}<![endif]-->` },
};

/** What stands above the body: title, what the mail can do (dark, narrow), and its style blocks. */
export function DocumentHead({ title }: { readonly title: string }) {
  return (
    <Head>
      <title>{title}</title>
      <meta name="viewport" content="width=device-width, initial-scale=1" />
      <meta name="color-scheme" content="light dark" />
      <meta name="supported-color-schemes" content="light dark" />
      <meta name="format-detection" content="telephone=no, date=no, address=no, email=no, url=no" />
      <style>{resetStyles}</style>
      <style>{phoneStyles}</style>
      <style>{darkStyles}</style>
      <style>{outlookDarkStyles}</style>
      <noscript {...readByWordOnly} />
    </Head>
  );
}
