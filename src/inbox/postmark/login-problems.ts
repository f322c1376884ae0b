import type { InboxCredential } from "../inbox-options.ts";
import type { InboxProblem } from "../problem.ts";

/** A login, and the logins there are. */
export interface LoginFacts {
  readonly user: string;
  readonly password: string;
  readonly credentials: readonly InboxCredential[];
}

/** Server API tokens are UUIDs wherever Postmark shows one. */
const serverToken = /^[0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12}$/i;

/** Access keys have been seen to begin so: `PM-B-` for broadcasts, `PM-T-` for transactional mail. */
const accessKey = /^PM-[A-Z]-/;

interface LoginRule {
  readonly problem: InboxProblem;
  readonly applies: (facts: LoginFacts) => boolean;
}

/** The first that applies is told. The order goes from the plainest slip to "no such login". */
const rules: readonly LoginRule[] = [
  {
    problem: {
      code: "login-whitespace",
      effect: "refused",
      message:
        "The user name or password begins or ends with white space, a common reason for Postmark's 535; trim the token",
    },
    applies: ({ user, password }) => user !== user.trim() || password !== password.trim(),
  },
  {
    problem: {
      code: "login-no-password",
      effect: "refused",
      message:
        "The password is empty; Postmark takes the server token as user name and as password",
    },
    applies: ({ password }) => password === "",
  },
  {
    problem: {
      code: "login-password-x",
      effect: "refused",
      message:
        'The password is the letter "x", which a tutorial shows and Postmark documents nowhere; send the server token as user name and as password',
    },
    applies: ({ user, password }) => password.toLowerCase() === "x" && user !== password,
  },
  {
    problem: {
      code: "login-email",
      effect: "refused",
      message:
        "The user name is an e-mail address; Postmark answers 535 to the login of its web site: send the server token as user name and as password",
    },
    applies: ({ user }) => user.includes("@"),
  },
  {
    problem: {
      code: "login-secret-missing",
      effect: "refused",
      message:
        "The access key of an SMTP token was sent as password too; its password is the secret key, which Postmark shows once",
    },
    applies: ({ user, password, credentials }) =>
      user === password && (accessKey.test(user) || isAccessKeyOf(credentials, user)),
  },
  {
    problem: {
      code: "login-password-differs",
      effect: "refused",
      message:
        "The user name is a server token but the password is not the same token; Postmark takes it in both fields",
    },
    applies: ({ user, password, credentials }) =>
      user !== password && (serverToken.test(user) || isServerTokenOf(credentials, user)),
  },
  {
    problem: {
      code: "login-unknown",
      effect: "refused",
      message:
        "The user name and password are none of the inbox's credentials; check the token, and that it is not the account's",
    },
    applies: (facts) => facts.credentials.length > 0 && !isKnown(facts),
  },
  {
    problem: {
      code: "login-unknown",
      effect: "unsure",
      message:
        "The user name looks like neither a server token nor the access key of an SMTP token; Postmark would answer 535",
    },
    applies: ({ user, credentials }) =>
      credentials.length === 0 && !serverToken.test(user) && !accessKey.test(user),
  },
];

/** What Postmark would not take about a login, or `undefined`. */
export function problemOfLogin(facts: LoginFacts): InboxProblem | undefined {
  // A pair that was configured is right, however odd it looks.
  if (isKnown(facts)) return undefined;
  return rules.find(({ applies }) => applies(facts))?.problem;
}

function isKnown({ user, password, credentials }: LoginFacts): boolean {
  return credentials.some((credential) =>
    "serverToken" in credential
      ? user === credential.serverToken && password === user
      : user === credential.accessKey && password === credential.secretKey,
  );
}

function isServerTokenOf(credentials: readonly InboxCredential[], user: string): boolean {
  return credentials.some((known) => "serverToken" in known && known.serverToken === user);
}

function isAccessKeyOf(credentials: readonly InboxCredential[], user: string): boolean {
  return credentials.some((known) => "accessKey" in known && known.accessKey === user);
}
