import { inspect } from "node:util";
import { describe, expect, test } from "vitest";
import type { PostmarkTransportOptions } from "../../src/transport/postmark-options.ts";
import type { TransportEvent } from "../../src/transport/transport-event.ts";
import { openFaultServer, openTransport, rejection } from "./cleanup.ts";
import type { Act, Moment } from "./fault-server.ts";
import { makeMessage } from "./messages.ts";

const user = "6f1b5a0e-user-secret";
const password = "9c2d7e4f-pass-secret";
const base64 = (text: string) => Buffer.from(text).toString("base64");

interface Form {
  readonly password: string;
  readonly options: (port: number) => PostmarkTransportOptions;
}

const forms: Record<string, Form> = {
  "SMTP token": {
    password,
    options: (port) => ({ accessKey: user, secretKey: password, host: "127.0.0.1", port }),
  },
  "server token": {
    password: user,
    options: (port) => ({ serverToken: user, host: "127.0.0.1", port }),
  },
  URL: { password, options: (port) => ({ url: `smtp://${user}:${password}@127.0.0.1:${port}` }) },
};

/** Everything that can be made of a value without taking the program apart. */
function allTextOf(value: unknown): string {
  const depth = { depth: Number.POSITIVE_INFINITY, showHidden: true, getters: true } as const;
  return [inspect(value, depth), String(value), JSON.stringify(value), stackOf(value)].join("\n");
}

function stackOf(value: unknown): string {
  return value instanceof Error
    ? `${value.stack}\n${value.cause ? allTextOf(value.cause) : ""}`
    : "";
}

function expectNone(secrets: readonly string[], text: string) {
  for (const secret of secrets) expect(text).not.toContain(secret);
}

/** Runs with everything that is written to the console and the standard streams caught. */
async function capturingOutput(work: () => Promise<void>): Promise<string> {
  let output = "";
  const streams = [process.stdout, process.stderr];
  const originals = streams.map((stream) => stream.write);
  for (const stream of streams) {
    stream.write = (chunk: string | Uint8Array) => {
      output += String(chunk);
      return true;
    };
  }
  try {
    await work();
  } finally {
    for (const [index, stream] of streams.entries()) {
      stream.write = originals[index] ?? stream.write;
    }
  }
  return output;
}

/** What a careless server may say back. */
const echoOf = (form: Form) => [
  user,
  form.password,
  base64(`\0${user}\0${form.password}`),
  base64(user),
];

const faults: Record<string, { moment: Moment; act: (echo: string) => Act }> = {
  "a refused login that echoes it": {
    moment: "auth",
    act: (echo) => ({ reply: `535 5.7.8 ${echo}` }),
  },
  "a refused sender that echoes it": {
    moment: "mail",
    act: (echo) => ({ reply: `550 5.7.1 ${echo}` }),
  },
  "a refused recipient that echoes it": {
    moment: "rcpt",
    act: (echo) => ({ reply: `550 5.1.1 ${echo}` }),
  },
  "a refused message that echoes it": {
    moment: "dot",
    act: (echo) => ({ reply: `554 5.6.0 ${echo}` }),
  },
  "a reply that is none": { moment: "mail", act: (echo) => ({ reply: echo }) },
  "a lost connection": { moment: "auth", act: () => "reset" },
};

describe.each(Object.entries(forms))("credentials as %s never show", (_, form) => {
  const secrets = echoOf(form);
  const echo = secrets.join(" ");

  test("in the transport, inspected or as JSON", async () => {
    const server = await openFaultServer();
    const transport = openTransport(form.options(server.port));
    await transport.deliver(makeMessage());
    expectNone(secrets, allTextOf(transport));
    expectNone(secrets, transport.name);
  });

  test.each(Object.entries(faults))("in the error of %s, nor in events", async (_, fault) => {
    const server = await openFaultServer({
      act: ({ moment }) => (moment === fault.moment ? fault.act(echo) : undefined),
    });
    const events: TransportEvent[] = [];
    const onEvent = (event: TransportEvent) => events.push(event);
    const transport = openTransport({ ...form.options(server.port), retries: 0, onEvent });
    const error = await rejection(transport.deliver(makeMessage()));
    expect(error).toMatchObject({ code: "ERR_DELIVERY" });
    expectNone(secrets, allTextOf(error));
    expect(events.length).toBeGreaterThan(0);
    for (const event of events) {
      expectNone(secrets, allTextOf(event));
      if ("error" in event) expectNone(secrets, allTextOf(event.error));
    }
  });

  test("in what is written to the console and the standard streams", async () => {
    const server = await openFaultServer({
      act: ({ moment, total }) => (moment === "mail" && total === 1 ? "reset" : undefined),
    });
    const output = await capturingOutput(async () => {
      const transport = openTransport(form.options(server.port));
      await transport.deliver(makeMessage());
      await transport.close();
    });
    expectNone(secrets, output);
    expect(server.record.commands.join()).toContain("AUTH PLAIN");
  });

  test("in the answer of a server that echoes them", async () => {
    const server = await openFaultServer({
      act: ({ moment, recipient }) => {
        if (moment === "dot") return { reply: `250 2.0.0 queued ${echo}` };
        return recipient === "b@example.com" ? { reply: `550 5.1.1 ${echo}` } : undefined;
      },
    });
    const to = [{ address: "a@example.com" }, { address: "b@example.com" }];
    const delivery = await openTransport(form.options(server.port)).deliver(makeMessage({ to }));
    expect(delivery.rejected).toHaveLength(1);
    expectNone(secrets, allTextOf(delivery));
  });
});
