import { defineEmail } from "letterpress";
import { hebrewName, specialCharacters, specialLink, veryLongName } from "../_samples/names.ts";
import { Action } from "../components/action.tsx";
import { Facts } from "../components/facts.tsx";
import { formatDateTime } from "../components/format/date.ts";
import { inPlainText } from "../components/format/plain-text.ts";
import { Greeting } from "../components/greeting.tsx";
import { Isolated } from "../components/isolated.tsx";
import { Layout } from "../components/layout.tsx";
import { Place } from "../components/place.tsx";
import { Steps } from "../components/steps.tsx";
import { Paragraph, Subheading, Title } from "../components/type.tsx";

export interface NewSignInProps {
  readonly name?: string;
  readonly email: string;
  /** ISO 8601 instant of the sign-in. */
  readonly at: string;
  /** IANA zone of the reader. @default the brand's */
  readonly timeZone?: string;
  /** `Firefox on Windows`. */
  readonly device: string;
  /** `Leeds, United Kingdom`; roughly, from the address. */
  readonly place?: string;
  readonly ipAddress?: string;
  /** Ends all sessions and asks for a new password. */
  readonly secureUrl: string;
}

function NewSignIn(props: NewSignInProps) {
  const { name, email, at, timeZone, device, place, ipAddress, secureUrl } = props;
  const when = formatDateTime(at, timeZone);
  const where = place ? `, near ${inPlainText(place)}` : "";
  return (
    <Layout
      title="A new sign-in to your account"
      preheader={`${when}${where}. If this was you, there is nothing to do.`}
      reason={
        <>
          You get this whenever <Isolated>{email}</Isolated> signs in from a device that is new to
          us. It cannot be switched off.
        </>
      }
    >
      <Title>A new device signed in</Title>
      <Paragraph>
        <Greeting name={name} />
        We had not seen this device on your account before. If it was you, there is nothing to do.
      </Paragraph>
      <Facts
        label="The sign-in"
        facts={[
          { name: "When", value: when },
          { name: "Device", value: <Isolated>{device}</Isolated> },
          { name: "Where", value: place && <Place name={place} /> },
          { name: "IP address", value: ipAddress && <Isolated>{ipAddress}</Isolated> },
          { name: "Account", value: <Isolated>{email}</Isolated> },
        ]}
      />
      <Subheading>If it wasn’t you</Subheading>
      <Steps
        steps={[
          "Secure your account below. That signs out every device, this one included.",
          "Choose a new password that you use nowhere else.",
          "Look through your orders and your team for changes you did not make.",
        ]}
      />
      <Action href={secureUrl}>Secure your account</Action>
    </Layout>
  );
}

const standard: NewSignInProps = {
  name: "Ada",
  email: "ada@marlowandpine.example",
  at: "2026-03-14T09:41:00Z",
  device: "Firefox on Windows",
  place: "Leeds, United Kingdom",
  ipAddress: "203.0.113.42",
  secureUrl: "https://foolscap.example/account/secure?session=7hGq2Lw9&from=email",
};

export default defineEmail({
  id: "account/new-sign-in",
  component: NewSignIn,
  subject: ({ device }) => `New sign-in to Foolscap from ${inPlainText(device)}`,
  tracking: { opens: false, links: "None" },
  variants: {
    default: standard,
    "no name, no place": {
      email: standard.email,
      at: standard.at,
      device: "an unknown device",
      secureUrl: standard.secureUrl,
    },
    "very long name and device, IPv6, New York": {
      ...standard,
      name: veryLongName,
      device:
        "Mozilla/5.0 (Linux; Android 16; SM-S948B Build/BP2A.250605.031.A3; wv) AppleWebKit/537.36",
      ipAddress: "2001:0db8:85a3:08d3:1319:8a2e:0370:7344",
      timeZone: "America/New_York",
    },
    "right-to-left name": {
      ...standard,
      name: hebrewName,
      place: "תל אביב, ישראל",
      timeZone: "Asia/Jerusalem",
    },
    "special characters": {
      ...standard,
      name: specialCharacters,
      email: specialCharacters,
      device: specialCharacters,
      place: specialCharacters,
      ipAddress: specialCharacters,
      secureUrl: specialLink,
    },
  },
});
