import { defineCheck, type SaidOf } from "../define-check.ts";
import { findMisspelt, findTokenHeader } from "./header-names.ts";
import { type Environment, readMailSetups } from "./read-mail-setups.ts";
import { setupRules } from "./setup-rules.ts";

const tokenNames = ["POSTMARK_SERVER_TOKEN", "POSTMARK_ACCOUNT_TOKEN", "POSTMARK_API_TOKEN"];

/** Whether the environment says what Postmark understands. Values of secrets stay out of what it says. */
export const environmentCheck = defineCheck({
  ...{ id: "settings", group: "configured", subject: "Settings" },
  run({ env, envProblems, credentials, stream, target }) {
    const own: SaidOf[] = envProblems.map((message, index) => ({
      ...{ id: `settings-env-${index + 1}`, message },
      // Without credentials there is still all that needs none to look at.
      status: credentials === undefined && /is not set; set it/.test(message) ? "skipped" : "error",
    }));
    const found = [...own, ...lintSetups(env), ...lintTokens(env), ...lintHeaders(env)];
    if (credentials === undefined) return found;
    const message = `${credentials}, ${target.host}:${target.port}, stream "${stream}"`;
    return [{ id: "credentials", subject: "Sender", status: "ok", message }, ...found];
  },
});

function lintSetups(env: Environment): SaidOf[] {
  return readMailSetups(env).flatMap((setup) =>
    Object.entries(setupRules).flatMap(([rule, problemOf]) => {
      const problem = problemOf(setup);
      if (!problem) return [];
      return {
        ...problem,
        id: `${rule} ${setup.name}`,
        message: `${setup.name} ${problem.message}`,
      };
    }),
  );
}

function lintTokens(env: Environment): SaidOf[] {
  const found: SaidOf[] = [];
  const read = (name: string) => env[name]?.trim() || undefined;
  for (const name of tokenNames) {
    if (env[name] && env[name] !== env[name].trim()) {
      found.push({
        ...{ id: `stray-space ${name}`, status: "warning" },
        message: `${name} has white space around it`,
        fix: "take it off: other programs send it along, and are refused",
      });
    }
  }
  const account = read("POSTMARK_ACCOUNT_TOKEN");
  for (const name of tokenNames) {
    if (name === "POSTMARK_ACCOUNT_TOKEN" || !account || read(name) !== account) continue;
    found.push({
      ...{ id: `account-token ${name}`, status: "error" },
      message: `${name} is the same as POSTMARK_ACCOUNT_TOKEN; an account token cannot send mail`,
      fix: "set it to the token of a server, from its page API Tokens",
    });
  }
  return found;
}

function lintHeaders(env: Environment): SaidOf[] {
  return Object.entries(env).flatMap(([name, value = ""]): SaidOf[] => {
    const token = findTokenHeader(value);
    const misspelt = findMisspelt(value);
    return [
      ...(token
        ? [
            {
              ...{ id: `token-header ${name}`, status: "error" as const },
              message: `${name} puts ${token} among the headers: it logs no one in over SMTP, and shows the token to every recipient`,
              fix: "take it out, and make a new token",
            },
          ]
        : []),
      ...misspelt.map(({ written, meant }) => ({
        ...{ id: `header ${written} ${name}`, status: "error" as const },
        message: `${name} names the header ${written}, which Postmark does not know`,
        fix: meant ? `write ${meant}` : "take it out",
      })),
    ];
  });
}
