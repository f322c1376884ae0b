import { defineEmail } from "letterpress";
import { arabicName, specialCharacters, specialLink, veryLongName } from "../_samples/names.ts";
import { Action, ActionAddress } from "../components/action.tsx";
import { brand } from "../components/brand.ts";
import { Callout } from "../components/callout.tsx";
import { formatDateTime } from "../components/format/date.ts";
import { Greeting } from "../components/greeting.tsx";
import { Isolated } from "../components/isolated.tsx";
import { Layout } from "../components/layout.tsx";
import { Paragraph, Title } from "../components/type.tsx";

export interface PasswordResetProps {
  readonly name?: string;
  /** The account whose password is to be reset. */
  readonly email: string;
  readonly resetUrl: string;
  /** ISO 8601 instant from which on the link is dead. */
  readonly expiresAt: string;
  /** IANA zone of the reader. @default the brand's */
  readonly timeZone?: string;
}

function PasswordReset({ name, email, resetUrl, expiresAt, timeZone }: PasswordResetProps) {
  const expiry = formatDateTime(expiresAt, timeZone);
  return (
    <Layout
      title="Choose a new password"
      preheader={`The link works until ${expiry}. Your old password works until you change it.`}
      reason={
        <>
          You get this because a new password was asked for on the account of{" "}
          <Isolated>{email}</Isolated>.
        </>
      }
    >
      <Title>Choose a new password</Title>
      <Paragraph>
        <Greeting name={name} />
        Someone, most likely you, asked for a new password on the Foolscap account of{" "}
        <Isolated>{email}</Isolated>.
      </Paragraph>
      <Action href={resetUrl}>Choose a new password</Action>
      <Paragraph>
        The link works once, until <strong>{expiry}</strong>.
      </Paragraph>
      <Callout heading="If it wasn’t you">
        You need do nothing: your password stays as it is, and the link dies by itself. Should these
        emails keep coming, tell us at {brand.helpEmail}.
      </Callout>
      <ActionAddress href={resetUrl} />
    </Layout>
  );
}

const standard: PasswordResetProps = {
  name: "Ada",
  email: "ada@marlowandpine.example",
  resetUrl: "https://foolscap.example/reset?token=Vb3nT8qLk2Wd6HsY&from=email",
  expiresAt: "2026-03-14T10:41:00Z",
};

export default defineEmail({
  id: "account/password-reset",
  component: PasswordReset,
  subject: "Reset your Foolscap password",
  tracking: { opens: false, links: "None" },
  variants: {
    default: standard,
    "no name": {
      email: standard.email,
      resetUrl: standard.resetUrl,
      expiresAt: standard.expiresAt,
    },
    "very long name, Tokyo": { ...standard, name: veryLongName, timeZone: "Asia/Tokyo" },
    "right-to-left name": { ...standard, name: arabicName, timeZone: "Asia/Dubai" },
    "special characters": {
      ...standard,
      name: specialCharacters,
      email: specialCharacters,
      resetUrl: specialLink,
    },
  },
});
