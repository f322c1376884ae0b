import { parseAddress } from "../message/address.ts";
import { quoteKey } from "../message/characters.ts";
import { problemOfStream } from "../message/postmark-options.ts";
import { findMisnamed, problemOfEnvValue } from "./env-value.ts";

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
  /** Sentences that name the variable and what would fix it; never a value. */
  readonly problems: readonly string[];
}

const serverTokenName = "POSTMARK_SERVER_TOKEN";
const accessKeyName = "POSTMARK_SMTP_ACCESS_KEY";
const secretKeyName = "POSTMARK_SMTP_SECRET_KEY";
const urlName = "MAIL_URL";
const streamName = "POSTMARK_MESSAGE_STREAM";
const fromName = "MAIL_FROM";
const credentialNames = [serverTokenName, accessKeyName, secretKeyName, urlName];
const names = [...credentialNames, streamName, fromName];

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
  const faulty = new Set<string>();
  const values = new Map<string, string>();
  for (const name of names) {
    const { value, problem } = readValue(env, name);
    if (value) values.set(name, value);
    if (problem) faulty.add(name);
    if (problem) problems.push(`${name} ${problem}`);
  }
  const read = (name: string) => values.get(name);
  const check = (name: string, problemOf: (value: string) => string | undefined) => {
    const value = read(name);
    const problem = value === undefined || faulty.has(name) ? undefined : problemOf(value);
    if (problem) problems.push(`${name} ${problem}`);
    return value;
  };
  const stream = check(streamName, problemOfStream);
  const from = check(fromName, (value) => parseAddress(value).problem);
  const isFaulty = credentialNames.some((name) => faulty.has(name));
  const credentials = isFaulty ? undefined : readCredentials(read, problems);
  return { credentials, stream, from, problems };
}

function readValue(env: Environment, name: string) {
  const misnamed = findMisnamed(env, name);
  if (misnamed !== undefined) {
    const problem = `is set as ${quoteKey(misnamed)}; write its name alone, as here`;
    return { value: undefined, problem };
  }
  const value = env[name]?.trim();
  const problem = value ? problemOfEnvValue(name, value, name === fromName) : undefined;
  return { value, problem };
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
