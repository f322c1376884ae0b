import { describe, expect, test } from "vitest";
import type { DialogueLine } from "../../src/transport/transport-event.ts";
import { openFaultServer, openTransport, rejection } from "./cleanup.ts";
import { makeMessage } from "./messages.ts";

describe("onDialogue", () => {
  test("tells each command and reply, the login masked and the message left out", async () => {
    const server = await openFaultServer({
      act: ({ moment }) => (moment === "rcpt" ? { reply: "550 5.1.1 No such user" } : undefined),
    });
    const lines: DialogueLine[] = [];
    const transport = openTransport({
      serverToken: "6f1b5a0e-user-secret",
      host: "127.0.0.1",
      port: server.port,
      onDialogue: (line) => lines.push(line),
    });
    await rejection(transport.deliver(makeMessage()));
    const shown = lines.map(({ from, text }) => `${from === "client" ? ">" : "<"} ${text}`);
    expect(shown[0]).toMatch(/^< 220 /);
    expect(shown).toContain("> AUTH PLAIN ••••");
    expect(shown).toContain("> RCPT TO:<ada@example.com>");
    expect(shown).toContain("< 550 5.1.1 No such user");
    const text = JSON.stringify(lines);
    expect(text).not.toContain("6f1b5a0e");
    expect(text).not.toContain(Buffer.from("6f1b5a0e-user-secret").toString("base64"));
    expect(text).not.toContain("Thank you");
    expect(new Set(lines.map(({ connection }) => connection))).toEqual(new Set([1]));
  });

  test("masks the lines of a login in steps, and what a server echoes", async () => {
    const secret = "9c2d7e4f-pass-secret";
    const server = await openFaultServer({
      extensions: ["AUTH LOGIN"],
      act: ({ moment }) => (moment === "auth" ? { reply: `535 5.7.8 ${secret}` } : undefined),
    });
    const lines: DialogueLine[] = [];
    const transport = openTransport({
      accessKey: "PM-T-user-secret",
      secretKey: secret,
      host: "127.0.0.1",
      port: server.port,
      onDialogue: (line) => lines.push(line),
    });
    await rejection(transport.deliver(makeMessage()));
    const text = JSON.stringify(lines);
    for (const hidden of [secret, "PM-T-user-secret"]) {
      expect(text).not.toContain(hidden);
      expect(text).not.toContain(Buffer.from(hidden).toString("base64"));
    }
    expect(lines.map((line) => line.text)).toContain("AUTH LOGIN ••••");
    expect(text).toContain("535 5.7.8 [redacted]");
  });
});
