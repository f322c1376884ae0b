import { readFile } from "node:fs/promises";
import { text } from "node:stream/consumers";
import { systemClock } from "../clock.ts";
import { parseAddress } from "../message/address.ts";
import { createPostmarkApi } from "../postmark-api/create-postmark-api.ts";
import type { SuppressionStore } from "../webhook/suppressions/suppression-store.ts";
import {
  formatSuppressionsCsv,
  parseSuppressionsCsv,
} from "../webhook/suppressions/suppressions-csv.ts";
import { syncSuppressions } from "../webhook/suppressions/sync-suppressions.ts";
import { readApiAccess } from "./api-access.ts";
import { explainSuppression } from "./explain-suppression.ts";
import { openWebhookStores } from "./open-webhook-stores.ts";
import { printable } from "./printable.ts";
import type { SuppressionsArguments } from "./suppressions-arguments.ts";

type Action = (store: SuppressionStore, asked: SuppressionsArguments) => Promise<number>;

const usualStream = "outbound";

/** Looks at suppressions or changes them. @returns the exit code: 1 when something was refused */
export async function suppressions(asked: SuppressionsArguments): Promise<number> {
  const make = ["add", "import", "sync"].includes(asked.action);
  const folder = await openWebhookStores(asked.store, { make, schema: asked.schema });
  try {
    return await actions[asked.action](folder.suppressions, asked);
  } finally {
    await folder.close();
  }
}

const actions: Readonly<Record<SuppressionsArguments["action"], Action>> = {
  why: async (store, { subject, stream, json }) => {
    const address = readAddress(subject);
    let count = 0;
    for await (const state of store.list({ address, stream, lifted: true })) {
      count += 1;
      console.log(json ? JSON.stringify(state) : explainSuppression(state));
    }
    if (count === 0 && !json) console.log(`${address} is not suppressed, and never was.`);
    return 0;
  },
  list: async (store, { stream, json }) => {
    let count = 0;
    for await (const state of store.list({ stream })) {
      count += 1;
      const { address, reason, since } = state;
      const line = `${since.toISOString()}  ${reason?.padEnd(11)}  ${printable(`${state.stream}  ${address}`)}`;
      console.log(json ? JSON.stringify(state) : line);
    }
    if (!json) console.log(`${count} suppressed`);
    return 0;
  },
  add: (store, { subject, stream, reason = "manual" }) => change(store, subject, stream, reason),
  lift: (store, { subject, stream }) => change(store, subject, stream, undefined),
  export: async (store, { stream }) => {
    for await (const line of formatSuppressionsCsv(store.list({ stream }))) {
      process.stdout.write(line);
    }
    return 0;
  },
  import: async (store, { subject, stream, reason, dryRun }) => {
    const csv = subject === "-" ? await text(process.stdin) : await readFile(subject, "utf8");
    const now = new Date(systemClock.now());
    const { changes, problems } = parseSuppressionsCsv(csv, { now, stream, reason });
    for (const { line, message } of problems) console.error(`line ${line}: ${message}`);
    if (!dryRun) for (const each of changes) await store.apply(each);
    console.log(
      `${changes.length} ${dryRun ? "to import" : "imported"}, ${problems.length} refused`,
    );
    return problems.length > 0 ? 1 : 0;
  },
  sync: async (store, { stream, dryRun, json }) => {
    const { serverToken, baseUrl } = readApiAccess(process.env);
    if (!serverToken) throw new Error("Cannot sync: POSTMARK_SERVER_TOKEN is not set");
    const api = createPostmarkApi({ serverToken, baseUrl });
    const result = await syncSuppressions({ store, api, stream, dryRun });
    const { pulled, lifted, pushed, reactivated, refused } = result;
    if (json) console.log(JSON.stringify(result));
    else {
      console.log(`${dryRun ? "It would be: " : ""}stream ${result.stream}`);
      console.log(`  ${pulled.length} taken over from Postmark, ${lifted.length} lifted here`);
      console.log(`  ${pushed.length} told to Postmark, ${reactivated.length} reactivated there`);
      for (const { address, message } of refused)
        console.log(printable(`  refused: ${address}: ${message}`));
    }
    return refused.length > 0 ? 1 : 0;
  },
};

async function change(
  store: SuppressionStore,
  subject: string,
  stream = usualStream,
  reason: SuppressionsArguments["reason"],
): Promise<number> {
  const state = await store.apply({
    ...{ address: readAddress(subject), stream, reason, atPostmark: false },
    ...{ at: new Date(systemClock.now()), origin: { type: "CommandLine" } },
  });
  console.log(explainSuppression(state));
  if (reason === undefined) {
    console.log("Postmark's own list is as it was; 'letterpress suppressions sync' tells it.");
  }
  return 0;
}

function readAddress(given: string): string {
  const { address, problem } = parseAddress(given);
  if (!address) throw new Error(`Cannot read the address: it ${problem}`);
  return address.address.toLowerCase();
}
