import { defineEmail } from "letterpress";
import { z } from "zod";
import { hebrewName, specialCharacters, specialLink, veryLongName } from "../_samples/names.ts";
import { Action, ActionAddress } from "../components/action.tsx";
import { CodeBox } from "../components/code-box.tsx";
import { formatDuration } from "../components/format/quantity.ts";
import { Greeting } from "../components/greeting.tsx";
import { Isolated } from "../components/isolated.tsx";
import { Layout } from "../components/layout.tsx";
import { type Locale, languageOf } from "../components/locale/locale.ts";
import { Note, Paragraph, Title } from "../components/type.tsx";
import { verifyAddressWords } from "./_verify-address-words.tsx";

export interface VerifyAddressProps {
  readonly name?: string | undefined;
  /** The address to be confirmed. */
  readonly email: string;
  /** What the reader types: letters and digits, no spaces, so that it copies whole. */
  readonly code: string;
  /** Does the same as the code, for those who read on the device they signed up on. */
  readonly verifyUrl: string;
  readonly expiresInMinutes: number;
  /** Language of the reader. @default "en" */
  readonly locale?: Locale | undefined;
}

const schema = z.strictObject({
  name: z.string().min(1).optional(),
  email: z.string().regex(/^\S+@\S+$/, "must be an address: local@domain"),
  code: z.string().regex(/^[0-9A-Z-]{4,12}$/, "must be 4 to 12 of 0-9, A-Z and hyphens"),
  verifyUrl: z.url({ protocol: /^https$/ }),
  expiresInMinutes: z.int().positive(),
  locale: z.enum(["en", "de", "ar"]).optional(),
});

function VerifyAddress(props: VerifyAddressProps) {
  const { name, email, code, verifyUrl, expiresInMinutes, locale = "en" } = props;
  const lifetime = formatDuration(expiresInMinutes, languageOf(locale).lang);
  const words = verifyAddressWords[locale];
  return (
    <Layout
      title={words.title}
      preheader={words.preheader(lifetime)}
      reason={words.reason(<Isolated>{email}</Isolated>)}
      locale={locale}
    >
      <Title>{words.title}</Title>
      <Paragraph>
        <Greeting name={name} locale={locale} />
        {words.lead(lifetime)}
      </Paragraph>
      <CodeBox code={code} />
      <Paragraph>{words.sameDevice}</Paragraph>
      <Action href={verifyUrl}>{words.action}</Action>
      <Note>{words.notYou}</Note>
      <ActionAddress href={verifyUrl} locale={locale} />
    </Layout>
  );
}

const standard: VerifyAddressProps = {
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
  subject: ({ code, locale = "en" }) => verifyAddressWords[locale].subject(code),
  schema,
  locales: ["en", "de", "ar"],
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
