import { once } from "node:events";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { type Act, type Circumstances, startFaultServer } from "../../transport/fault-server.ts";

/** The far side: an SMTP server that does what it is told, and a search of what it has kept. */
export interface FarSide {
  readonly smtpUrl: string;
  readonly smtpPort: number;
  readonly searchUrl: string;
  /** What happens at each moment; may be set at any time. */
  act: ((circumstances: Circumstances) => Act | undefined) | undefined;
  /** How often each message was kept, by the id in its metadata. */
  copies(): ReadonlyMap<string, number>;
  close(): Promise<void>;
}

/** Starts it. @param lagMs time until a search finds what was kept */
export async function startFarSide(lagMs = 150): Promise<FarSide> {
  const keptAt = new Map<string, number>();
  const server = await startFaultServer({
    act: (circumstances) => side.act?.(circumstances),
  });
  const idOf = (raw: string) => /^X-PM-Metadata-letterpress-id: (\S+)$/im.exec(raw)?.[1] ?? "";
  const note = () => {
    for (const raw of server.record.taken) {
      const id = idOf(raw);
      if (!keptAt.has(id)) keptAt.set(id, Date.now());
    }
  };
  const timer = setInterval(note, 20);
  const search = createServer((request, response) => {
    note();
    const value = new URL(request.url ?? "/", "http://x").searchParams.get(
      "metadata_letterpress-id",
    );
    const at = keptAt.get(value ?? "");
    const isFound = at !== undefined && Date.now() - at >= lagMs;
    const messages = isFound ? [{ MessageID: value, Status: "Sent" }] : [];
    response.setHeader("Content-Type", "application/json");
    response.end(JSON.stringify({ TotalCount: messages.length, Messages: messages }));
  });
  search.listen(0, "127.0.0.1");
  await once(search, "listening");
  const side: FarSide = {
    ...{ smtpUrl: server.url, smtpPort: server.port, act: undefined },
    searchUrl: `http://127.0.0.1:${(search.address() as AddressInfo).port}`,
    copies() {
      const counts = new Map<string, number>();
      for (const raw of server.record.taken) {
        counts.set(idOf(raw), (counts.get(idOf(raw)) ?? 0) + 1);
      }
      return counts;
    },
    async close() {
      clearInterval(timer);
      search.close();
      search.closeAllConnections();
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
