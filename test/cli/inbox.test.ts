import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import nodemailer from "nodemailer";
import { beforeAll, describe, expect, onTestFinished, test } from "vitest";
import { buildCli, runCli } from "./run-cli.ts";

beforeAll(buildCli);

function makeFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), "letterpress-inbox-"));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

const free = ["--port", "0", "--smtp-port", "0"];

/** Runs the command, sends a mail to it and reads it back over the API. */
async function sendAndRead(args: readonly string[]) {
  const command = runCli(["inbox", ...free, ...args], makeFolder());
  const [, smtpUrl = ""] = await command.prints(/SMTP {2}(smtp:\S+)\n/);
  const [, api = ""] = await command.prints(/API {3}(http:\S+), described at \S+\/openapi\.json\n/);
  const client = nodemailer.createTransport({
    port: Number(new URL(smtpUrl).port),
    tls: { rejectUnauthorized: false },
  });
  await client.sendMail({ from: "a@example.com", to: "ada@example.com", subject: "Hello" });
  const mail = await (await fetch(`${api}/wait?to=ada@example.com`)).json();
  expect(mail).toMatchObject({ subject: "Hello" });
  return { command, api };
}

describe("letterpress inbox", () => {
  test("takes mail and gives it over HTTP, with the page, in a folder that has no emails", async () => {
    const { command } = await sendAndRead([]);
    const [, page = ""] = await command.prints(/Page {2}(http:\S+)\n/);
    const answer = await fetch(page);
    expect(answer.status).toBe(200);
    expect(await answer.text()).toMatch(/<!doctype html>/i);
    expect(command.printed()).not.toContain("Warning");
  });

  test("does so without the page, and keeps mail in the folder that is named", async () => {
    const folder = makeFolder();
    const { command, api } = await sendAndRead(["--no-page", "--inbox-dir", folder]);
    expect(command.printed()).not.toContain("Page");
    expect((await fetch(new URL("/inbox", api))).status).toBe(404);
    const next = runCli(["inbox", ...free, "--no-page", "--inbox-dir", folder], makeFolder());
    await next.prints(/another inbox uses/);
  });
});
