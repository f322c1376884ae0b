import type { ConnectionOptions } from "node:tls";
import type { Credentials } from "./credentials.ts";

/** Whom to connect to and how, resolved from the options. */
export interface ServerSettings {
  readonly host: string;
  readonly port: number;
  /** `host:port`, with an IPv6 address in brackets. */
  readonly name: string;
  /** Whether STARTTLS and a valid certificate are required. */
  readonly tlsRequired: boolean;
  readonly tls: ConnectionOptions;
  readonly credentials: Credentials | undefined;
  /** Which of Postmark's endpoints it is, or `undefined` for another server. */
  readonly endpoint: "transactional" | "broadcast" | undefined;
  /** Whether the credentials alone decide the message stream, as an SMTP token does. */
  readonly streamIsBound: boolean;
}
