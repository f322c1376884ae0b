import { parseAddress } from "../message/address.ts";
import { problemOfStream } from "../message/postmark-options.ts";

/** Where settings are read from, such as `process.env`. */
export type Environment = Readonly<Record<string, string | undefined>>;

/** How the environment says to deliver. */
export type EnvCredentials =
  | { readonly serverToken: string }
  | { readonly accessKey: string; readonly secretKey: string }
  | { readonly url: string };

/** What the environment says, or what is wrong with it. */
export interface EnvSettings {
  /** `undefined` when there is a problem with them. */
  readonly credentials: EnvCredentials | undefined;
  readonly stream: string | undefined;
  readonly from: string | undefined;
  /** Sentences that name the variable and what would mend it; never a value. */
  readonly problems: readonly string[];
}

const serverTokenName = "POSTMARK_SERVER_TOKEN";
const accessKeyName = "POSTMARK_SMTP_ACCESS_KEY";
const secretKeyName = "POSTMARK_SMTP_SECRET_KEY";
const urlName = "MAIL_URL";
const streamName = "POSTMARK_MESSAGE_STREAM";
const fromName = "MAIL_FROM";

/** Which variable an option of the transport comes from. */
export const variableOfOption: Readonly<Record<string, string>> = {
  serverToken: serverTokenName,
  accessKey: accessKeyName,
  secretKey: secretKeyName,
  url: urlName,
};

/** Reads the environment once. White space around a value does not count; an empty one is not set. */
export function readEnv(env: Environment): EnvSettings {
  const problems: string[] = [];
  const read = (name: string) => env[name]?.trim() || undefined;
  const stream = read(streamName);
  const streamProblem = stream === undefined ? undefined : problemOfStream(stream);
  if (streamProblem) problems.push(`${streamName} ${streamProblem}`);
  const from = read(fromName);
  const fromProblem = from === undefined ? undefined : parseAddress(from).problem;
  if (fromProblem) problems.push(`${fromName} ${fromProblem}`);
  const credentials = readCredentials(read, problems);
  return { credentials, stream, from, problems };
}

function readCredentials(
  read: (name: string) => string | undefined,
  problems: string[],
): EnvCredentials | undefined {
  const serverToken = read(serverTokenName);
  const accessKey = read(accessKeyName);
  const secretKey = read(secretKeyName);
  const url = read(urlName);
  const given = [
    ...(url ? [urlName] : []),
    ...(serverToken ? [serverTokenName] : []),
    ...(accessKey || secretKey ? [accessKey ? accessKeyName : secretKeyName] : []),
  ];
  if (given.length > 1) {
    problems.push(
      `${given.join(" and ")} are both set, and mail can go one way only; unset the others`,
    );
    return undefined;
  }
  if (url) return { url };
  if (serverToken) return readServerToken(serverToken, problems);
  if (accessKey && secretKey) return { accessKey, secretKey };
  if (accessKey || secretKey) {
    const [set, missing] = accessKey
      ? [accessKeyName, secretKeyName]
      : [secretKeyName, accessKeyName];
    problems.push(`${missing} is not set, but ${set} is; an SMTP token needs both`);
    return undefined;
  }
  problems.push(
    `${serverTokenName} is not set; set it to the server's API token, or ${accessKeyName} and ${secretKeyName} to an SMTP token, or ${urlName} to smtp://127.0.0.1:2525 for a local inbox`,
  );
  return undefined;
}

function readServerToken(serverToken: string, problems: string[]): EnvCredentials | undefined {
  if (serverToken === "POSTMARK_API_TEST") {
    problems.push(
      `${serverTokenName} is POSTMARK_API_TEST, which Postmark documents for its HTTP interface only; to try things out set ${urlName} to a local inbox instead`,
    );
    return undefined;
  }
  return { serverToken };
}
