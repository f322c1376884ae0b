import { Column, Heading, Img, Link, Row, Tailwind, Text } from "@react-email/components";
import { defineEmail } from "letterpress";
import { arabicName, specialCharacters, specialLink, veryLongName } from "../_samples/names.ts";
import { Action } from "../components/action.tsx";
import { Isolated } from "../components/isolated.tsx";
import { Layout } from "../components/layout.tsx";
import { placed } from "../components/placed.ts";
import { tailwindConfig } from "../components/tailwind-config.ts";
import { Paragraph, Title } from "../components/type.tsx";

/** Something worth doing first. */
export interface FirstStep {
  readonly title: string;
  readonly text: string;
  readonly link: { readonly label: string; readonly url: string };
}

export interface WelcomeProps {
  readonly name?: string;
  readonly studioUrl: string;
  /** In the order to do them; none for those who come back. */
  readonly steps?: readonly FirstStep[];
}

function Welcome({ name, studioUrl, steps = [] }: WelcomeProps) {
  return (
    <Tailwind config={tailwindConfig}>
      <Layout
        title="Welcome to Foolscap"
        preheader="Your studio is open. A letterhead on the press by Thursday is quite possible."
        reason="You get this once, because you opened a Foolscap account."
      >
        <Picture />
        <Title>
          Welcome
          {name && (
            <>
              , <Isolated>{name}</Isolated>
            </>
          )}
        </Title>
        <Paragraph>
          Your studio is open. It is where your stationery lives: letterheads, cards, notebooks.
          Proof them here, and we print, pack and post them from Bristol.
        </Paragraph>
        <Action href={studioUrl}>Open your studio</Action>
        {placed(steps).map(({ key, item }) => (
          <Step key={key} number={Number(key) + 1} step={item} />
        ))}
        <Paragraph style={{ margin: "24px 0 16px" }}>
          Write back whenever something puzzles you. I read these myself.
        </Paragraph>
        <Paragraph>
          Imogen Vale
          <br />
          Head printer, Foolscap
        </Paragraph>
      </Layout>
    </Tailwind>
  );
}

function Picture() {
  return (
    <Img
      src="/static/desk.png"
      width="520"
      alt="A letterhead, a notebook, a pencil and an envelope on a blue desk"
      className="mb-[28px] h-auto w-full rounded-[10px] bg-well font-sans text-[14px] leading-[22px] text-muted dark:bg-well-dark dark:text-muted-dark"
    />
  );
}

function Step({ number, step }: { readonly number: number; readonly step: FirstStep }) {
  return (
    <Row className="border-0 border-t border-solid border-line dark:border-line-dark">
      <Column className="w-[36px] pt-[18px] align-top font-serif text-[22px] leading-[24px] text-link sm:w-[52px] dark:text-link-dark">
        {number}
      </Column>
      <Column className="py-[18px]">
        <Heading
          as="h2"
          className="m-0 mb-[2px] font-sans text-[16px] font-semibold leading-[24px] text-ink dark:text-ink-dark"
        >
          <Isolated>{step.title}</Isolated>
        </Heading>
        <Text className="m-0 mb-[6px] font-sans text-[15px] leading-[23px] text-muted sm:max-w-[400px] dark:text-muted-dark">
          <Isolated>{step.text}</Isolated>
        </Text>
        <Link
          href={step.link.url}
          className="font-sans text-[15px] leading-[23px] text-link underline dark:text-link-dark"
        >
          <Isolated>{step.link.label}</Isolated>
        </Link>
      </Column>
    </Row>
  );
}

const standard: WelcomeProps = {
  name: "Ada",
  studioUrl: "https://foolscap.example/studio?from=welcome&tour=1",
  steps: [
    {
      title: "Put your letterhead in",
      text: "Drop in a PDF or start from one of ours. Margins and bleed are checked as you go.",
      link: {
        label: "Start a letterhead",
        url: "https://foolscap.example/studio/new?kind=letterhead",
      },
    },
    {
      title: "Feel the paper first",
      text: "Twelve stocks in one envelope, from 90 g laid to 600 g cotton. The first is on us.",
      link: { label: "Order the sample envelope", url: "https://foolscap.example/samples" },
    },
    {
      title: "Ask the others in",
      text: "Designers upload, others approve. Nothing is printed until somebody you named says so.",
      link: { label: "Invite your team", url: "https://foolscap.example/studio/team" },
    },
  ],
};

export default defineEmail({
  id: "account/welcome",
  component: Welcome,
  subject: "Welcome to Foolscap",
  variants: {
    default: standard,
    "no name, no steps": { studioUrl: standard.studioUrl },
    "very long name": { ...standard, name: veryLongName },
    "right-to-left name": { ...standard, name: arabicName },
    "special characters": {
      name: specialCharacters,
      studioUrl: specialLink,
      steps: [
        {
          title: specialCharacters,
          text: specialCharacters,
          link: { label: specialCharacters, url: specialLink },
        },
      ],
    },
  },
});
