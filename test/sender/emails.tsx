import { defineEmail } from "letterpress";
import { z } from "zod";

export interface WelcomeProps {
  readonly name: string;
  readonly trialDays?: number | undefined;
}

export function Welcome({ name, trialDays = 14 }: WelcomeProps) {
  return (
    <p>
      Welcome {name}, {trialDays} days
    </p>
  );
}

export function Plain() {
  return <p>Plain</p>;
}

/** An email with a subject made from its props, and no defaults. */
export const welcome = defineEmail({
  id: "account/welcome",
  component: Welcome,
  subject: ({ name }) => `Welcome, ${name}`,
  variants: { default: { name: "Ada" } },
});

/** An email that needs no props. */
export const plain = defineEmail({
  id: "plain",
  component: Plain,
  subject: "Plain",
  variants: { default: {} },
});

/** An email whose props are checked at run time. */
export const checked = defineEmail({
  id: "account/checked",
  component: Welcome,
  subject: ({ name }) => `Welcome, ${name}`,
  variants: { default: { name: "Ada" } },
  schema: z.object({ name: z.string(), trialDays: z.number().int().optional() }),
});
