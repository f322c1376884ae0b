import type { DoctorCheck, DoctorContext } from "./doctor-context.ts";
import type { DoctorResult, Said } from "./result.ts";

/** A thing that a check says, under an id of its own where it says several. */
export type SaidOf = Said & Partial<Pick<DoctorResult, "id" | "subject">>;

/** What a check is made of. */
export interface CheckDefinition extends Omit<DoctorCheck, "run" | "applies"> {
  readonly applies?: DoctorCheck["applies"];
  run(context: DoctorContext): Promise<SaidOf | readonly SaidOf[]> | SaidOf | readonly SaidOf[];
}

/** Makes a check, whose results have its id, group and subject where they name no others. */
export function defineCheck({ run, applies = () => true, ...rest }: CheckDefinition): DoctorCheck {
  const { id, group, subject } = rest;
  return {
    ...rest,
    applies,
    async run(context) {
      const said = await run(context);
      const all = Array.isArray(said) ? (said as readonly SaidOf[]) : [said as SaidOf];
      return all.map((one) => ({ id, group, subject, ...one }));
    },
  };
}
