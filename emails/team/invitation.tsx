import { defineEmail } from "letterpress";
import {
  arabicName,
  hebrewName,
  specialCharacters,
  specialLink,
  veryLongName,
} from "../_samples/names.ts";
import { Action, ActionAddress } from "../components/action.tsx";
import { Facts } from "../components/facts.tsx";
import { formatDate } from "../components/format/date.ts";
import { inPlainText } from "../components/format/plain-text.ts";
import { Isolated } from "../components/isolated.tsx";
import { Layout } from "../components/layout.tsx";
import { Monogram } from "../components/monogram.tsx";
import { Quote } from "../components/quote.tsx";
import { Note, Paragraph, Title } from "../components/type.tsx";

export interface InvitationProps {
  readonly inviter: { readonly name: string; readonly email: string };
  readonly team: { readonly name: string };
  /** What the invited may do, in words. */
  readonly role: { readonly name: string; readonly allows: string };
  /** A few words from the inviter. */
  readonly note?: string;
  readonly acceptUrl: string;
  /** ISO 8601 instant. */
  readonly expiresAt: string;
  /** IANA zone of the reader. @default the brand's */
  readonly timeZone?: string;
}

function Invitation(props: InvitationProps) {
  const { inviter, team, role, note, acceptUrl, expiresAt, timeZone } = props;
  const lastDay = formatDate(expiresAt, timeZone);
  return (
    <Layout
      title={`Join ${inPlainText(team.name)} on Foolscap`}
      preheader={`Proof and order paper together, as ${inPlainText(role.name)}. Open until ${lastDay}.`}
      reason={
        <>
          You get this because <Isolated>{inviter.email}</Isolated> gave us your address for this
          invitation. We use it for nothing else.
        </>
      }
    >
      <Monogram name={team.name} />
      <Title>
        Join <Isolated>{team.name}</Isolated> on Foolscap
      </Title>
      <Paragraph>
        <strong>
          <Isolated>{inviter.name}</Isolated>
        </strong>{" "}
        has asked you into a studio: the shared place where a team keeps its stationery, proofs it,
        and has it printed.
      </Paragraph>
      {note && <Quote>{note}</Quote>}
      <Action href={acceptUrl}>Accept the invitation</Action>
      <Facts
        label="The invitation"
        facts={[
          { name: "Studio", value: <Isolated>{team.name}</Isolated> },
          {
            name: "From",
            value: (
              <>
                <Isolated>{inviter.name}</Isolated>, <Isolated>{inviter.email}</Isolated>
              </>
            ),
          },
          {
            name: "Your role",
            value: (
              <>
                <Isolated>{role.name}</Isolated>: <Isolated>{role.allows}</Isolated>
              </>
            ),
          },
          { name: "Open until", value: lastDay },
        ]}
      />
      <Note>
        Don’t know them? Ignore this email. No one is told, and nothing is opened for you.
      </Note>
      <ActionAddress href={acceptUrl} />
    </Layout>
  );
}

const standard: InvitationProps = {
  inviter: { name: "Ada Okafor", email: "ada@marlowandpine.example" },
  team: { name: "Marlow & Pine" },
  role: { name: "Designer", allows: "upload artwork and approve proofs" },
  note: "The new letterhead is up. Could you check the margins before Thursday?\n\nThe press runs at ten.",
  acceptUrl: "https://foolscap.example/join/marlow-and-pine?token=Zc5Rm1Yt8Kd4&role=designer",
  expiresAt: "2026-03-28T23:59:00Z",
};

export default defineEmail({
  id: "team/invitation",
  component: Invitation,
  subject: ({ inviter, team }) =>
    `${inPlainText(inviter.name, 28)} invited you to ${inPlainText(team.name, 28)} on Foolscap`,
  tracking: { opens: false, links: "None" },
  variants: {
    default: standard,
    "no note": { ...standard, note: undefined },
    "very long names": {
      ...standard,
      inviter: {
        name: veryLongName,
        email:
          "maximiliana.bartholomea.theodora.featherstonehaugh@a-very-long-company-name.example",
      },
      team: { name: "The Worshipful Company of Stationers, Bookbinders and Newspaper Makers" },
      note: "Come in. ".repeat(60).trim(),
    },
    "right-to-left names": {
      ...standard,
      inviter: { name: arabicName, email: "layla@marlowandpine.example" },
      team: { name: hebrewName },
      note: "أهلًا بك في فريقنا. الورق الجديد جاهز للمراجعة.",
    },
    "special characters": {
      inviter: { name: specialCharacters, email: specialCharacters },
      team: { name: specialCharacters },
      role: { name: specialCharacters, allows: specialCharacters },
      note: specialCharacters,
      acceptUrl: specialLink,
      expiresAt: standard.expiresAt,
    },
  },
});
