import { Agent, request } from "node:http";
import { setTimeout as sleep } from "node:timers/promises";
import { basic } from "../handler/post.ts";

/** A webhook to be posted. */
export interface Posted {
  readonly trace: string;
  readonly body: string;
}

/** What it took to have all of them taken. */
export interface PostFigures {
  /** Requests that were answered with 200. */
  readonly accepted: number;
  /** Requests that were refused, or cut off, and made again. */
  readonly retried: number;
}

const atOnce = 64;

/**
 * Posts webhooks as Postmark does: what is not answered with 200 is posted again, a little later.
 *
 * @param onAccepted told how many have been taken
 */
export async function postAll(
  port: () => number,
  webhooks: readonly Posted[],
  onAccepted: (count: number) => void,
): Promise<PostFigures> {
  const agent = new Agent({ keepAlive: true, maxSockets: atOnce });
  let next = 0;
  let accepted = 0;
  let retried = 0;
  const work = async () => {
    for (let webhook = webhooks[next++]; webhook; webhook = webhooks[next++]) {
      while ((await post(agent, port(), webhook)) !== 200) {
        retried += 1;
        await sleep(50);
      }
      accepted += 1;
      onAccepted(accepted);
    }
  };
  await Promise.all(Array.from({ length: atOnce }, work));
  agent.destroy();
  return { accepted, retried };
}

function post(agent: Agent, port: number, { trace, body }: Posted): Promise<number> {
  return new Promise((resolve) => {
    const outgoing = request(
      {
        ...{ agent, port, host: "127.0.0.1", method: "POST", path: "/webhooks" },
        headers: {
          ...{ authorization: basic(), "content-type": "application/json" },
          ...{ "x-pm-webhook-trace-id": trace, "content-length": Buffer.byteLength(body) },
        },
      },
      (incoming) => {
        incoming.resume();
        incoming.once("end", () => resolve(incoming.statusCode ?? 0));
        incoming.once("error", () => resolve(0));
      },
    );
    outgoing.once("error", () => resolve(0));
    outgoing.end(body);
  });
}
