/** The parts of an email. */
export const partNames = ["subject", "html", "text"] as const;

/** One of them. */
export type Part = (typeof partNames)[number];

/** A rendered email. */
export type Output = Readonly<Record<Part, string>>;

/** Renders the email with other props, unchecked by its schema. */
export type RenderProps = (props: object) => Promise<Output>;
