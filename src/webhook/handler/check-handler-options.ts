import type { WebhookHandlerOptions } from "./webhook-handler.ts";

const names: readonly string[] = [
  ...["credentials", "onEvent", "store", "suppressions", "onProblem", "addresses"],
  ...["clientAddress", "wrongCredentials", "maxBodyBytes", "bodyTimeoutMs", "leaseMs"],
  ...["correlationKey", "clock"],
];

const counts = ["maxBodyBytes", "bodyTimeoutMs", "leaseMs"] as const;

/** @throws {TypeError | RangeError} that names the option of `createWebhookHandler` that is wrong */
export function checkHandlerOptions(options: WebhookHandlerOptions): void {
  if (typeof options !== "object" || options === null) throw wrong("its options are not an object");
  const stray = Object.keys(options).find((name) => !names.includes(name));
  if (stray !== undefined) {
    throw wrong(`'${stray}' is not an option; it is one of ${names.join(", ")}`);
  }
  if (options.credentials === undefined) {
    throw wrong(
      "'credentials' is missing; without them anyone could tell your app what Postmark never said",
    );
  }
  if (typeof options.onEvent !== "function") throw wrong("'onEvent' is not a function");
  const { wrongCredentials = "refuse" } = options;
  if (wrongCredentials !== "refuse" && wrongCredentials !== "retry") {
    throw wrong(
      `'wrongCredentials' is ${JSON.stringify(wrongCredentials)}, not "refuse" or "retry"`,
    );
  }
  for (const name of counts) {
    const value = options[name];
    if (value === undefined || (Number.isInteger(value) && value > 0)) continue;
    throw new RangeError(
      `Cannot create the webhook handler: '${name}' is ${String(value)}; give a whole number above 0`,
    );
  }
}

function wrong(problem: string): TypeError {
  return new TypeError(`Cannot create the webhook handler: ${problem}`);
}
