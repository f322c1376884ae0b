/** The parts of a message as one recipient gets them. */
export interface DeliveredBodies {
  readonly html: string | undefined;
  readonly text: string | undefined;
}
