import { access, readFile } from "node:fs/promises";
import { join } from "node:path";
import { freePort, makeFolder, startProcess } from "../../foreign-process.ts";
import { unpackDebianPackage } from "./debian-package.ts";
import { all, type ForeignFault, type ForeignKind, type ForeignServer } from "./foreign-fault.ts";

const installed = "/usr/sbin/smtp-sink";

/** postfix's test server, whose faults strike every message. It knows neither TLS nor logins. */
export async function loadSmtpSink(): Promise<ForeignKind> {
  const isInstalled = await access(installed).then(
    () => true,
    () => false,
  );
  const { root, env } = isInstalled
    ? { root: "/", env: process.env }
    : await unpackDebianPackage("postfix");
  const command = join(root, "usr/sbin/smtp-sink");

  async function start(args: readonly string[], isTaken: boolean): Promise<ForeignServer> {
    const folder = await makeFolder();
    const port = await freePort();
    const dump = join(folder.path, "taken");
    const asNobody = process.getuid?.() === 0 ? ["-u", "nobody"] : [];
    const server = await startProcess({
      ...{ command, env, port, folder: folder.path },
      args: [...asNobody, "-D", dump, ...args, `127.0.0.1:${port}`, "200"],
    });
    return {
      url: `smtp://127.0.0.1:${port}`,
      async taken() {
        // The dump is written before the answer: what it then refuses, it has not taken.
        if (!isTaken) return [];
        const text = await readFile(dump, "utf8").catch(() => "");
        return [...text.matchAll(/^Message-ID: (<.+>)$/gm)].map(([, id]) => id ?? "");
      },
      async stop() {
        await server.stop();
        await folder.remove();
      },
    };
  }

  const fault = (
    name: string,
    args: readonly string[],
    told: "sent" | "not-sent" | "unknown" | "any",
    more: { readonly isTaken?: boolean; readonly transport?: ForeignFault["transport"] } = {},
  ): ForeignFault => ({
    name,
    start: () => start(args, more.isTaken ?? true),
    expected: all(told),
    ...(more.transport && { transport: more.transport }),
  });
  const refused = { isTaken: false };
  const impatient = { transport: { timeoutMs: 250, finalDotTimeoutMs: 250 } };

  return {
    name: "smtp-sink (postfix)",
    faults: [
      fault("none", [], "sent"),
      fault("no PIPELINING (-p)", ["-p"], "sent"),
      fault("no ESMTP (-e)", ["-e"], "sent"),
      fault("hangs up on connect (-q connect)", ["-q", "connect"], "not-sent"),
      fault("hangs up on EHLO (-q ehlo)", ["-q", "ehlo"], "not-sent"),
      fault("hangs up on MAIL (-q mail)", ["-q", "mail"], "not-sent"),
      fault("hangs up on RCPT (-q rcpt)", ["-q", "rcpt"], "not-sent"),
      fault("hangs up on DATA (-q data)", ["-q", "data"], "not-sent"),
      fault("hangs up after the dot (-q .)", ["-q", "."], "unknown"),
      fault("421 on connect (-Q connect)", ["-Q", "connect"], "not-sent"),
      fault("421 on MAIL (-Q mail)", ["-Q", "mail"], "not-sent"),
      fault("421 after the dot (-Q .)", ["-Q", "."], "not-sent", refused),
      fault("500 to MAIL (-f mail)", ["-f", "mail"], "not-sent"),
      fault("500 to RCPT (-f rcpt)", ["-f", "rcpt"], "not-sent"),
      fault("500 to the dot (-f .)", ["-f", "."], "not-sent", refused),
      fault("450 to RCPT (-r rcpt)", ["-r", "rcpt"], "not-sent"),
      fault("450 to the dot (-r .)", ["-r", "."], "not-sent", refused),
      // Its 550 comes before the dot does, so that either of two answers is true.
      fault("550 within the message (-A 0)", ["-A", "0"], "any"),
      // While it waits with one answer it gives none to anybody, so some are in time.
      fault("answers DATA late (-w 1)", ["-w", "1"], "any", impatient),
      fault("answers the dot late (-W .:1)", ["-W", ".:1"], "any", impatient),
    ],
  };
}
