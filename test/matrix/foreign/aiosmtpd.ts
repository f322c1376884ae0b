import { access, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { createCertificate } from "../../../src/inbox/smtp/certificate.ts";
import { freePort, makeFolder, startProcess } from "../../foreign-process.ts";
import { unpackDebianPackage } from "./debian-package.ts";
import {
  all,
  type ForeignFault,
  type ForeignKind,
  type ForeignServer,
  struck,
  struckOrLate,
} from "./foreign-fault.ts";

const program = join(import.meta.dirname, "aiosmtpd-faults.py");
const installed = "/usr/bin/python3";

/** aiosmtpd, Python's server, with a handler of ours that makes its faults. It does not pipeline. */
export async function loadAiosmtpd(): Promise<ForeignKind> {
  const { root, env } = await unpackDebianPackage("python3-aiosmtpd");
  const python = await access(installed).then(
    () => installed,
    () => join(root, installed),
  );
  const certificate = await createCertificate();

  async function start(fault: string, userInfo: string): Promise<ForeignServer> {
    const folder = await makeFolder();
    const port = await freePort();
    const taken = join(folder.path, "taken");
    const pem = join(folder.path, "pem");
    await writeFile(pem, `${certificate.key}\n${certificate.cert}`);
    const server = await startProcess({
      ...{ command: python, port, folder: folder.path },
      args: [program, String(port), fault, taken, pem],
      env: { ...env, PYTHONPATH: join(root, "usr/lib/python3/dist-packages") },
    });
    return {
      url: `smtp://${userInfo}127.0.0.1:${port}`,
      taken: async () =>
        (await readFile(taken, "utf8").catch(() => "")).split("\n").filter((id) => id !== ""),
      async stop() {
        await server.stop();
        await folder.remove();
      },
    };
  }

  const fault = (
    name: string,
    expected: ForeignFault["expected"],
    transport?: ForeignFault["transport"],
    userInfo = "",
  ): ForeignFault => ({
    ...{ name, expected, start: () => start(name, userInfo) },
    ...(transport && { transport }),
  });
  const impatient = { timeoutMs: 1_500, finalDotTimeoutMs: 1_500 };
  const secure = { tls: { ca: certificate.cert } };

  return {
    name: "aiosmtpd",
    faults: [
      fault("none", all("sent")),
      fault("wants TLS and a login", all("sent"), secure, "shop:right@"),
      fault("wrong password", all("not-sent"), secure, "shop:wrong@"),
      fault("421 to MAIL once", struck("sent")),
      fault("421 after five messages", all("sent")),
      fault("550 to MAIL", struck("not-sent")),
      fault("resets at MAIL once", struck("sent")),
      fault("450 to RCPT once", struck("sent")),
      fault("550 to RCPT", struck("not-sent")),
      fault("silent at RCPT", struckOrLate("not-sent"), impatient),
      fault("554 to DATA", struck("not-sent")),
      fault("resets at DATA once", struck("sent")),
      // The dot is written with the rest of a small message, so nobody can tell where it ended.
      fault("resets within the message", struck("unknown")),
      fault("451 to the dot once", struck("sent")),
      fault("554 to the dot", struck("not-sent")),
      fault("hangs up after the dot, kept", struck("unknown")),
      fault("resets after the dot, kept", struck("unknown")),
      fault("resets after the dot, lost", struck("unknown")),
      fault("silent after the dot, kept", struckOrLate("unknown"), impatient),
      fault("half an answer to the dot, kept", struck("unknown")),
      fault("nonsense as answer to the dot, kept", struck("unknown")),
      fault("250 in pieces", all("sent")),
      fault("250 in many lines", all("sent")),
    ],
  };
}
