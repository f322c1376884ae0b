import { defineEmail } from "letterpress";
import { arabicName, specialCharacters, specialLink } from "../_samples/names.ts";
import { Action, ActionAddress } from "../components/action.tsx";
import { Facts } from "../components/facts.tsx";
import { formatDateTime } from "../components/format/date.ts";
import { formatDuration } from "../components/format/quantity.ts";
import { Isolated } from "../components/isolated.tsx";
import { Layout } from "../components/layout.tsx";
import { Place } from "../components/place.tsx";
import { Note, Paragraph, Title } from "../components/type.tsx";

/** Where the link was asked for, as far as the request told. */
export interface SignInRequest {
  /** ISO 8601 instant. */
  readonly at: string;
  /** IANA zone of the reader. @default the brand's */
  readonly timeZone?: string;
  /** `Firefox on Windows`. */
  readonly device?: string;
  /** `Leeds, United Kingdom`; roughly, from the address. */
  readonly place?: string;
}

export interface MagicLinkProps {
  readonly email: string;
  readonly signInUrl: string;
  readonly expiresInMinutes: number;
  readonly request: SignInRequest;
}

function MagicLink({ email, signInUrl, expiresInMinutes, request }: MagicLinkProps) {
  const lifetime = formatDuration(expiresInMinutes);
  return (
    <Layout
      title="Sign in to Foolscap"
      preheader={`No password needed. The link works once, for ${lifetime}.`}
      reason="You get this because someone asked to sign in to Foolscap with this address."
    >
      <Title>Sign in to Foolscap</Title>
      <Paragraph>
        This signs you in as <Isolated>{email}</Isolated>. It works once, for {lifetime}.
      </Paragraph>
      <Action href={signInUrl}>Sign in to Foolscap</Action>
      <Facts
        label="Where the link was asked for"
        facts={[
          { name: "Asked for", value: formatDateTime(request.at, request.timeZone) },
          { name: "Device", value: request.device && <Isolated>{request.device}</Isolated> },
          { name: "Where", value: request.place && <Place name={request.place} /> },
        ]}
      />
      <Note>
        Not you? Leave this email be. No one gets in without the link, and it has gone to you alone.
      </Note>
      <ActionAddress href={signInUrl} />
    </Layout>
  );
}

const request: SignInRequest = {
  at: "2026-03-14T09:41:00Z",
  device: "Safari on iPhone",
  place: "Bristol, United Kingdom",
};

const standard: MagicLinkProps = {
  email: "ada@marlowandpine.example",
  signInUrl: "https://foolscap.example/sign-in?token=mK4Zt9wQ2vR7bLxE",
  expiresInMinutes: 15,
  request,
};

export default defineEmail({
  id: "account/magic-link",
  component: MagicLink,
  subject: "Your sign-in link for Foolscap",
  tracking: { opens: false, links: "None" },
  variants: {
    default: standard,
    "nothing known of the request": { ...standard, request: { at: request.at } },
    "very long link": {
      ...standard,
      email: "maximiliana.bartholomea.theodora.featherstonehaugh@a-very-long-company-name.example",
      signInUrl: `https://foolscap.example/sign-in?token=${"mK4Zt9wQ2vR7bLxE".repeat(14)}`,
    },
    "right-to-left place": {
      ...standard,
      request: { ...request, place: arabicName, timeZone: "Asia/Dubai" },
    },
    "special characters": {
      ...standard,
      email: specialCharacters,
      signInUrl: specialLink,
      request: { ...request, device: specialCharacters, place: specialCharacters },
    },
  },
});
