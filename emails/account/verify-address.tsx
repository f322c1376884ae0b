import { defineEmail } from "letterpress";
import { z } from "zod";
import { hebrewName, specialCharacters, specialLink, veryLongName } from "../_samples/names.ts";
import { Action, ActionAddress } from "../components/action.tsx";
import { CodeBox } from "../components/code-box.tsx";
import { largestUnit } from "../components/format/quantity.ts";
import { Greeting } from "../components/greeting.tsx";
import { Isolated } from "../components/isolated.tsx";
import { Layout } from "../components/layout.tsx";
import type { Locale } from "../components/locale/locale.ts";
import { Note, Paragraph, Title } from "../components/type.tsx";
import { createVerifyAddressTranslator, type Translate } from "./_verify-address-messages.ts";

export interface VerifyAddressProps {
  readonly name?: string | undefined;
  /** The address to be confirmed. */
  readonly email: string;
  /** What the reader types: letters and digits, no spaces, so that it copies whole. */
  readonly code: string;
  /** Does the same as the code, for those who read on the device they signed up on. */
  readonly verifyUrl: string;
  readonly expiresInMinutes: number;
  readonly t: Translate;
  /** Language of the reader. */
  readonly locale: Locale;
}

const schema = z.strictObject({
  name: z.string().min(1).optional(),
  email: z.string().regex(/^\S+@\S+$/, "must be an address: local@domain"),
  code: z.string().regex(/^[0-9A-Z-]{4,12}$/, "must be 4 to 12 of 0-9, A-Z and hyphens"),
  verifyUrl: z.url({ protocol: /^https$/ }),
  expiresInMinutes: z.int().positive(),
});

function VerifyAddress(props: VerifyAddressProps) {
  const { t, locale, name, email, code, verifyUrl, expiresInMinutes } = props;
  const lifetime = t("lifetime", largestUnit(expiresInMinutes));
  return (
    <Layout
      title={t("title")}
      preheader={t("preheader", { lifetime })}
      reason={t.rich("reason", { email: () => <Isolated key="email">{email}</Isolated> })}
      locale={locale}
    >
      <Title>{t("title")}</Title>
      <Paragraph>
        <Greeting name={name} locale={locale} />
        {t("lead", { lifetime })}
      </Paragraph>
      <CodeBox code={code} />
      <Paragraph>{t("sameDevice")}</Paragraph>
      <Action href={verifyUrl}>{t("action")}</Action>
      <Note>{t("notYou")}</Note>
      <ActionAddress href={verifyUrl} locale={locale} />
    </Layout>
  );
}

const standard: Omit<VerifyAddressProps, "t" | "locale"> = {
  name: "Ada",
  email: "ada@marlowandpine.example",
  code: "482913",
  verifyUrl:
    "https://foolscap.example/verify?token=9fQ2xYc7Lr0TnA5s&email=ada%40marlowandpine.example",
  expiresInMinutes: 30,
};

export default defineEmail({
  id: "account/verify-address",
  component: VerifyAddress,
  subject: ({ t, code }) => t("subject", { code }),
  schema,
  locales: ["en", "de", "ar", "ja"],
  translator: createVerifyAddressTranslator,
  tracking: { opens: false, links: "None" },
  variants: {
    default: standard,
    "no name": { ...standard, name: undefined },
    "long code, name and address": {
      ...standard,
      name: veryLongName,
      email: "maximiliana.bartholomea.theodora.featherstonehaugh@a-very-long-company-name.example",
      code: "WQ7K-M2XD-9P",
      expiresInMinutes: 1440,
    },
    "right-to-left name": { ...standard, name: hebrewName },
    "special characters": {
      ...standard,
      name: specialCharacters,
      email: `"<b>tom&'jerry'</b>"@marlowandpine.example`,
      verifyUrl: specialLink,
    },
  },
});
