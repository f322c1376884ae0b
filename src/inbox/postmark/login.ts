import type { InboxCredential } from "../inbox-options.ts";
import type { InboxProblem } from "../problem.ts";
import { type LoginFacts, problemOfLogin } from "./login-problems.ts";

/** What is remembered of a login: never the user name or the password. */
export interface Login {
  /** What the real Postmark would not take about it. */
  readonly problem: InboxProblem | undefined;
  /** The stream that an SMTP token is bound to. */
  readonly stream: string | undefined;
  /** The mailbox that the user name asks for. */
  readonly mailbox: string | undefined;
}

/** Accepts or refuses a login. */
export interface LoginCheck {
  check(user: string, password: string): { readonly accepted: boolean; readonly login: Login };
}

/** What {@link createLoginCheck} needs. */
export interface LoginCheckOptions {
  readonly mode: "lenient" | "strict";
  readonly credentials: readonly InboxCredential[];
  /** Password with which a mailbox's own user name is let in, in strict mode too. */
  readonly mailboxPassword: string;
}

/** Begins the user names that choose a mailbox: `mailbox-checkout` delivers to the mailbox `checkout`. */
export const mailboxUserPrefix = "mailbox-";

/** What a mailbox may be called: it stands in a URL, in a header and in file names. */
export const mailboxName = /^[A-Za-z0-9][A-Za-z0-9._-]{0,63}$/;

/** Creates the check that AUTH PLAIN and AUTH LOGIN go through. */
export function createLoginCheck(options: LoginCheckOptions): LoginCheck {
  const { mode, credentials, mailboxPassword } = options;
  const isLenient = mode === "lenient";
  return {
    check(user, password) {
      const mailbox = toMailbox(user);
      if (mailbox && (isLenient || password === mailboxPassword)) {
        return { accepted: true, login: { problem: undefined, stream: undefined, mailbox } };
      }
      const facts: LoginFacts = { user, password, credentials };
      const problem = problemOfLogin(facts);
      return {
        accepted: isLenient || problem === undefined,
        login: { problem, stream: streamOf(facts), mailbox: undefined },
      };
    },
  };
}

function toMailbox(user: string): string | undefined {
  if (!user.startsWith(mailboxUserPrefix)) return undefined;
  const name = user.slice(mailboxUserPrefix.length);
  return mailboxName.test(name) ? name : undefined;
}

function streamOf({ user, password, credentials }: LoginFacts): string | undefined {
  for (const credential of credentials) {
    if ("serverToken" in credential) continue;
    if (credential.accessKey === user && credential.secretKey === password) {
      return credential.stream;
    }
  }
  return undefined;
}
