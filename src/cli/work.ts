import type { OutboxEvent } from "../outbox/index.ts";
import { readApiAccess } from "./api-access.ts";
import type { WorkArguments } from "./outbox-arguments.ts";
import { untilTold } from "./until-told.ts";

/** Works on an outbox until it is told to end. @returns the exit code */
export async function work({ url, schema, ...given }: WorkArguments): Promise<number> {
  // Loaded here, since no other command needs them.
  const [{ createSenderFromEnv }, { createOutbox, createPostmarkSearch }] = await Promise.all([
    import("../index.ts"),
    import("../outbox/index.ts"),
  ]);
  const { serverToken, baseUrl } = readApiAccess(process.env);
  const { LETTERPRESS_OUTBOX_KEY } = process.env;
  const sender = createSenderFromEnv();
  const outbox = createOutbox({
    ...{ url, schema, sender, onEvent: tell, onUncertain: given.onUncertain },
    search: serverToken ? createPostmarkSearch({ serverToken, url: baseUrl }) : undefined,
    encryptionKey: LETTERPRESS_OUTBOX_KEY?.trim().split(/[\s,]+/) || undefined,
    limits: { maxConnections: given.maxConnections, maxPerSecond: given.maxPerSecond },
  });
  const ending = new AbortController();
  const { concurrency } = given;
  const working = outbox.work({ concurrency, signal: ending.signal });
  console.log(`Working on the outbox, by ${sender.transport.name}. Ends with Ctrl-C.`);
  try {
    await Promise.race([untilTold(), working]);
    ending.abort();
    await working;
  } finally {
    await outbox.close();
    await sender.close();
  }
  return 0;
}

/** What a person who looks at the log has to know; what is accepted is not among it. */
function tell(event: OutboxEvent): void {
  if (event.type === "state") {
    const { id, state, attempts, reason } = event;
    if (state !== "accepted") {
      console.log(`${id} ${state} after ${attempts} attempts${reason ? `: ${reason}` : ""}`);
    }
  } else if (event.type === "fence-lost") {
    console.log(`${event.id} was taken over by another process`);
  } else if (event.type === "database") {
    console.log(event.isThere ? "The database answers again" : "The database does not answer");
  } else {
    console.log(`${event.sender} ${event.type}${event.reason ? `: ${event.reason}` : ""}`);
  }
}
