import type { PostmarkApi } from "../postmark-api/postmark-api.ts";
import type { DnsLookup } from "./dns/dns-lookup.ts";
import type { DoctorResult } from "./result.ts";
import type { Environment } from "./settings/read-mail-setups.ts";
import type { SmtpProbe } from "./smtp/smtp-probe.ts";

/** Where mail is handed over. */
export interface SmtpTarget {
  readonly host: string;
  /** The port that the sender uses. */
  readonly port: number;
  /** All that are tried. */
  readonly ports: readonly number[];
  /** Whether it is one of Postmark's hosts. */
  readonly isPostmark: boolean;
  /** Which mail the host takes; `undefined` where it is none of Postmark's. */
  readonly endpoint: "transactional" | "broadcast" | undefined;
}

/** What every check is given. Nothing in it reads the environment, the network or the time by itself. */
export interface DoctorContext {
  /** Domain in From, in ASCII; `undefined` leaves out what is about a domain. */
  readonly domain: string | undefined;
  /** Selectors under which DKIM keys are expected: `20240920183138pm`. */
  readonly dkimSelectors: readonly string[];
  /** Value that Postmark wants published for a selector, where it said so. */
  readonly dkimValue?: string | undefined;
  /** Host of the Return-Path; `pm-bounces.` and the domain where nothing else is known. */
  readonly returnPath: string | undefined;
  readonly target: SmtpTarget;
  /** Message stream that the sender uses. */
  readonly stream: string;
  readonly env: Environment;
  /** What is wrong with the sender's own variables; sentences without a value. */
  readonly envProblems: readonly string[];
  /** Which form of credentials there is, in words; `undefined` without any. */
  readonly credentials: string | undefined;
  readonly dns: DnsLookup;
  readonly smtp: SmtpProbe;
  /** With a server token. */
  readonly server: PostmarkApi | undefined;
  /** With an account token. */
  readonly account: PostmarkApi | undefined;
  /** Asks the account API with the server token: whether someone mixed them up. */
  readonly accountByServerToken?: PostmarkApi | undefined;
  /** Address that webhooks are expected at, with user and password as Postmark is to send them. */
  readonly webhookUrl: string | undefined;
  /** Whether error hooks may be turned on and the webhook be registered. */
  readonly fix: boolean;
  /** Milliseconds since the epoch. */
  readonly now: number;
}

/** Looks at one thing. What it throws becomes a result of its own. */
export interface DoctorCheck {
  readonly id: string;
  readonly group: DoctorResult["group"];
  readonly subject: string;
  /** Whether there is anything to look at. */
  applies(context: DoctorContext): boolean;
  run(context: DoctorContext): Promise<readonly DoctorResult[]>;
}
