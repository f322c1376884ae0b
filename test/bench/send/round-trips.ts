import { startFaultServer } from "../../transport/fault-server.ts";
import { printTable } from "./print-table.ts";
import { createRivals } from "./senders.ts";

const latencyMs = 30;
const count = 20;

/** How many round trips a message takes on a warm connection, with time added to each. */
export async function measureRoundTrips(): Promise<void> {
  const rows: string[][] = [];
  for (const extensions of [["PIPELINING"], []]) {
    const server = await startFaultServer({ latencyMs, extensions });
    for (const rival of createRivals(server.port, 1).filter(({ name }) =>
      name.includes("composed"),
    )) {
      await rival.send(0);
      server.record.turns = 0;
      const startedAt = performance.now();
      for (let n = 0; n < count; n += 1) await rival.send(n);
      const ms = (performance.now() - startedAt) / count;
      await rival.close();
      const kind = extensions.length > 0 ? "PIPELINING" : "none";
      rows.push([rival.name, kind, (server.record.turns / count).toFixed(1), ms.toFixed(0)]);
    }
    await server.close();
  }
  const header = ["sender", "server offers", "round trips", "ms each"];
  printTable(`one connection, ${latencyMs} ms added to each round trip`, header, rows);
}
