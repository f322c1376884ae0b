import type { EmailQuery } from "./emails.ts";

/** Whether emails can be looked at on a phone. */
export interface PhoneState {
  /** `http://192.168.0.7:5174`; null when the preview was not started with `--host`. */
  readonly origin: string | null;
  /** How many devices may look now. */
  readonly devices: number;
}

/** Asks for a code that opens an email on one more device. */
export type PhoneCodeRequest = Pick<EmailQuery, "id" | "variant">;

/** An address that opens an email on one device, once. */
export interface PhoneCode {
  readonly url: string;
  /** The address as an SVG, black on white, with a quiet zone. */
  readonly svg: string;
  /** For how long it can be used, in seconds. */
  readonly seconds: number;
}
