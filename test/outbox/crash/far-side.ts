import { once } from "node:events";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { Readable } from "node:stream";
import { createInbox, serveInboxApi } from "../../../src/inbox/index.ts";
import { type Act, type Circumstances, startFaultServer } from "../../transport/fault-server.ts";

/**
 * The far side: an SMTP server that does what it is told. What it has kept goes on to a local
 * Postmark, whose HTTP API answers the search.
 */
export interface FarSide {
  readonly smtpUrl: string;
  readonly smtpPort: number;
  readonly searchUrl: string;
  /** What happens at each moment; may be set at any time. */
  act: ((circumstances: Circumstances) => Act | undefined) | undefined;
  /** How often each message was kept, by the id in its metadata, or by another header. */
  copies(header?: string): ReadonlyMap<string, number>;
  close(): Promise<void>;
}

/** Passes on to a local Postmark what was kept, once it is old enough. */
async function startPostmark(taken: readonly string[], lagMs: number) {
  const inbox = await createInbox({ port: 0, startTls: false });
  const api = await serveInboxApi(inbox);
  const transport = inbox.transport();
  const keptAt: number[] = [];
  let passedOn = 0;
  let passing = Promise.resolve();
  const note = () => {
    while (keptAt.length < taken.length) keptAt.push(Date.now());
  };
  const passOne = async (raw: string) => {
    const address = (name: string) =>
      new RegExp(`^${name}: .*?([^\\s<>]+@[^\\s<>]+)`, "im").exec(raw)?.[1] ?? "";
    await transport.deliverComposed?.({
      ...{ bytes: Buffer.from(raw, "latin1"), metadataId: undefined },
      ...{ from: address("From"), to: [address("To")] },
      messageId: `<${address("Message-ID")}>`,
    });
  };
  const passOn = async () => {
    note();
    const isOld = (at: number) => Date.now() - at >= lagMs;
    while (passedOn < taken.length && isOld(keptAt[passedOn] ?? Number.POSITIVE_INFINITY)) {
      const some = taken
        .slice(passedOn, passedOn + 10)
        .filter((_, i) => isOld(keptAt[passedOn + i] ?? Number.POSITIVE_INFINITY));
      await Promise.all(some.map(passOne));
      passedOn += some.length;
    }
  };
  const settled = () => {
    // What failed once is passed on by the next.
    passing = passing.catch(() => {}).then(passOn);
    return passing;
  };
  // When it was kept is noted in time, also while others are passed on.
  const noting = setInterval(note, 20);
  const timer = setInterval(() => {
    settled().catch(() => {});
  }, 50);
  return {
    url: api.postmarkUrl,
    /** What was kept long enough ago is there when this resolves. */
    settled,
    async close() {
      clearInterval(noting);
      clearInterval(timer);
      await passing.catch(() => {});
      await transport.close();
      await api.close();
      await inbox.close();
    },
  };
}

/** Starts it. @param lagMs time until a search finds what was kept */
export async function startFarSide(lagMs = 150): Promise<FarSide> {
  const server = await startFaultServer({
    act: (circumstances) => side.act?.(circumstances),
  });
  const postmark = await startPostmark(server.record.taken, lagMs);
  const search = createServer(async (request, response) => {
    try {
      await postmark.settled();
      const { "x-postmark-server-token": token, accept } = request.headers;
      const answer = await fetch(postmark.url + request.url, {
        headers: { "x-postmark-server-token": String(token), accept: String(accept) },
      });
      response.writeHead(answer.status, { "content-type": "application/json" });
      Readable.fromWeb(answer.body as never).pipe(response);
    } catch (error) {
      response.writeHead(500).end(String(error));
    }
  });
  search.listen(0, "127.0.0.1");
  await once(search, "listening");
  const side: FarSide = {
    ...{ smtpUrl: server.url, smtpPort: server.port, act: undefined },
    searchUrl: `http://127.0.0.1:${(search.address() as AddressInfo).port}`,
    copies(header = "X-PM-Metadata-letterpress-id") {
      const counts = new Map<string, number>();
      const pattern = new RegExp(`^${header}: (\\S+)\\r?$`, "im");
      for (const raw of server.record.taken) {
        const id = pattern.exec(raw)?.[1] ?? "";
        counts.set(id, (counts.get(id) ?? 0) + 1);
      }
      return counts;
    },
    async close() {
      search.close();
      search.closeAllConnections();
      await postmark.close();
      await server.close();
    },
  };
  return side;
}

/** A fault in so many of a hundred transactions, by chance from a seed. */
export function randomFaults(seed: number, percent: number) {
  let state = seed;
  const random = () => {
    state = (state * 1_664_525 + 1_013_904_223) % 4_294_967_296;
    return state / 4_294_967_296;
  };
  const faults: readonly { readonly moment: string; readonly act: Act }[] = [
    { moment: "mail", act: "close" },
    { moment: "mail", act: { reply: "451 4.3.0 not now" } },
    { moment: "data", act: { reply: "421 4.3.2 going down", next: "close" } },
    { moment: "dot", act: "close" },
    { moment: "dot", act: "reset" },
    { moment: "dot", act: { reply: "451 4.3.0 not now" } },
    { moment: "dot", act: { keepAnd: "close" } },
    { moment: "dot", act: { keepAnd: "reset" } },
    { moment: "dot", act: { delayMs: 30 } },
  ];
  const chosen = new Map<string, (typeof faults)[number] | undefined>();
  return ({ moment, connection, message }: Circumstances): Act | undefined => {
    if (moment === "connect" || moment === "ehlo") return undefined;
    const transaction = `${connection} ${message}`;
    if (moment === "mail" && !chosen.has(transaction)) {
      const fault = faults[Math.floor(random() * faults.length)];
      chosen.set(transaction, random() * 100 < percent ? fault : undefined);
    }
    const fault = chosen.get(transaction);
    return fault?.moment === moment ? fault.act : undefined;
  };
}
