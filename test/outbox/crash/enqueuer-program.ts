import { Pool } from "pg";
import { createPostmarkTransport, createSender } from "../../../src/index.ts";
import { createOutbox } from "../../../src/outbox/index.ts";

/** Enqueues without end, each in a transaction with an order; prints the key of each commit. */
const [url = "", schema = ""] = process.argv.slice(2);
const pool = new Pool({ connectionString: url });
const outbox = createOutbox({
  ...{ url, schema },
  sender: createSender({
    transport: createPostmarkTransport({ url: "smtp://127.0.0.1:1" }),
    from: "shop@shop.example",
  }),
});
await outbox.ready();
const client = await pool.connect();
for (let i = 0; ; i++) {
  await client.query("BEGIN");
  await client.query(`INSERT INTO "${schema}".orders VALUES ($1)`, [i]);
  await outbox.enqueue(
    { to: "ada@example.com", subject: `Order ${i}`, text: "Thank you" },
    { tx: client, key: `order/${i}` },
  );
  await client.query("COMMIT");
  process.stdout.write(`${i}\n`);
}
