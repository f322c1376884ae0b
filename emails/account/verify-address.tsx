import { defineEmail } from "letterpress";
import { z } from "zod";
import { hebrewName, specialCharacters, specialLink, veryLongName } from "../_samples/names.ts";
import { Action, ActionAddress } from "../components/action.tsx";
import { CodeBox } from "../components/code-box.tsx";
import { formatDuration } from "../components/format/quantity.ts";
import { Greeting } from "../components/greeting.tsx";
import { Isolated } from "../components/isolated.tsx";
import { Layout } from "../components/layout.tsx";
import { Note, Paragraph, Title } from "../components/type.tsx";

export interface VerifyAddressProps {
  readonly name?: string | undefined;
  /** The address to be confirmed. */
  readonly email: string;
  /** What the reader types: letters and digits, no spaces, so that it copies whole. */
  readonly code: string;
  /** Does the same as the code, for those who read on the device they signed up on. */
  readonly verifyUrl: string;
  readonly expiresInMinutes: number;
}

const schema = z.strictObject({
  name: z.string().min(1).optional(),
  email: z.string().regex(/^\S+@\S+$/, "must be an address: local@domain"),
  code: z.string().regex(/^[0-9A-Z-]{4,12}$/, "must be 4 to 12 of 0-9, A-Z and hyphens"),
  verifyUrl: z.url({ protocol: /^https$/ }),
  expiresInMinutes: z.int().positive(),
});

function VerifyAddress({ name, email, code, verifyUrl, expiresInMinutes }: VerifyAddressProps) {
  const lifetime = formatDuration(expiresInMinutes);
  return (
    <Layout
      title="Confirm your email address"
      preheader={`Type it where you signed up, or confirm with one press. Good for ${lifetime}.`}
      reason={
        <>
          You get this because someone signed up to Foolscap with <Isolated>{email}</Isolated>.
        </>
      }
    >
      <Title>Confirm your email address</Title>
      <Paragraph>
        <Greeting name={name} />
        Type this code where you signed up. It is good for {lifetime}.
      </Paragraph>
      <CodeBox code={code} />
      <Paragraph>Reading this on the device you signed up on? Then skip the typing.</Paragraph>
      <Action href={verifyUrl}>Confirm this address</Action>
      <Note>
        You did not sign up? Then leave this email be: without the code no account is opened. Nobody
        at Foolscap will ever ask you for it.
      </Note>
      <ActionAddress href={verifyUrl} />
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
  subject: ({ code }) => `${code} is your Foolscap code`,
  schema,
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
