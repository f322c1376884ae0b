import { mkdir, readdir, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { systemClock } from "../../../src/clock.ts";
import { createCertificate } from "../../../src/inbox/smtp/certificate.ts";
import { freePort, giveAway, makeFolder, servantUid, startProcess } from "../../foreign-process.ts";
import { dropSetuid, unpackDebianPackage } from "./debian-package.ts";
import { type EximSetup, eximConfig, eximGroups, eximUsers } from "./exim-config.ts";
import {
  all,
  type ForeignFault,
  type ForeignKind,
  type ForeignServer,
  struck,
  struckOrLate,
} from "./foreign-fault.ts";

const login = { user: "shop", password: "correct horse" };

/**
 * exim4, a whole mail server with a queue and a maildir. Its faults are its own: refusals by access
 * control lists, limits, TLS and logins.
 *
 * @throws {Error} when it cannot be fetched, or this does not run as root
 */
export async function loadExim(): Promise<ForeignKind> {
  if (process.getuid?.() !== 0) {
    throw new Error(
      "Cannot start exim4: it takes a configuration from root alone; run this as root",
    );
  }
  const exim = await unpackDebianPackage("exim4-daemon-light");
  const wrapper = await unpackDebianPackage("libnss-wrapper");
  const command = join(exim.root, "usr/sbin/exim4");
  await dropSetuid(command);
  const certificate = await createCertificate();

  async function start(setup: EximSetup, userInfo = ""): Promise<ForeignServer> {
    const folder = await makeFolder();
    const { path } = folder;
    for (const name of ["spool", "log", "maildir"]) {
      await mkdir(join(path, name));
      await giveAway(join(path, name));
    }
    const files = { key: certificate.key, cert: certificate.cert, passwd: eximUsers(servantUid) };
    for (const [name, text] of Object.entries({ ...files, group: eximGroups(servantUid) })) {
      await writeFile(join(path, name), text);
      await giveAway(join(path, name));
    }
    await writeFile(join(path, "exim.conf"), eximConfig(path, command, setup), { mode: 0o644 });
    const port = await freePort();
    const server = await startProcess({
      ...{ command, port, folder: path },
      args: ["-C", join(path, "exim.conf"), "-bdf", "-oX", `127.0.0.1:${port}`],
      env: {
        PATH: process.env.PATH,
        LD_LIBRARY_PATH: exim.env.LD_LIBRARY_PATH,
        // The package's user does not exist here; this tells exim alone that it does.
        LD_PRELOAD: join(wrapper.env.LD_LIBRARY_PATH ?? "", "libnss_wrapper.so"),
        NSS_WRAPPER_PASSWD: join(path, "passwd"),
        NSS_WRAPPER_GROUP: join(path, "group"),
      },
    });
    return {
      url: `smtp://${userInfo}127.0.0.1:${port}`,
      taken: () => readMaildir(path),
      async stop() {
        await server.stop();
        await folder.remove();
      },
    };
  }

  const fault = (
    name: string,
    setup: EximSetup,
    expected: ForeignFault["expected"],
    more: Pick<ForeignFault, "transport" | "says"> = {},
  ): ForeignFault => ({ ...{ name, expected, start: () => start(setup) }, ...more });
  const marked = "senders = ^c\\\\d+-\\\\d*[037]@";
  const secure = { ca: certificate.cert };
  const asUser = (password: string) => `${login.user}:${encodeURIComponent(password)}@`;
  const guarded: EximSetup = {
    login,
    mail: "require encrypted = *\n  require authenticated = *",
  };

  return {
    name: "exim4",
    faults: [
      fault("none", {}, all("sent")),
      {
        ...fault("wants TLS and a login", guarded, all("sent"), { transport: { tls: secure } }),
        start: () => start(guarded, asUser(login.password)),
      },
      {
        ...fault("wrong password", guarded, all("not-sent"), {
          ...{ transport: { tls: secure }, says: /refused the login .*"535 / },
        }),
        start: () => start(guarded, asUser("wrong")),
      },
      fault("550 to MAIL", { mail: `deny ${marked}` }, struck("not-sent"), { says: /said "550 / }),
      fault("550 to MAIL and hangs up", { mail: `drop ${marked}` }, struck("not-sent"), {
        says: /said "550 .*" to the sender address/,
      }),
      fault("451 to RCPT", { rcpt: `defer ${marked}` }, struck("not-sent")),
      fault("550 to RCPT and hangs up", { rcpt: `drop ${marked}` }, struck("not-sent"), {
        says: /refused the recipient \("550 /,
      }),
      fault("550 to the dot", { data: `deny ${marked}` }, struck("not-sent")),
      fault("451 to the dot", { data: `defer ${marked}` }, struck("not-sent")),
      fault("550 to the dot and hangs up", { data: `drop ${marked}` }, struck("not-sent"), {
        says: /said "550 .*" to the message/,
      }),
      fault("552, too big", { options: "message_size_limit = 100" }, all("not-sent")),
      fault("421 after ten", { options: "smtp_accept_max_per_connection = 10" }, all("sent")),
      fault("421, two at a time", { maxConnections: 2 }, all("sent"), {
        transport: { clock: systemClock },
      }),
      fault(
        "answers the dot late",
        { data: `accept ${marked}\n  delay = 3s` },
        struckOrLate("unknown"),
        { transport: { finalDotTimeoutMs: 1_500 } },
      ),
    ],
  };
}

/** Waits until all that was accepted is delivered, and reads what lies in the maildir. */
async function readMaildir(folder: string): Promise<string[]> {
  const spool = join(folder, "spool/input");
  for (let attempt = 0; attempt < 600; attempt += 1) {
    if ((await readdir(spool).catch(() => [])).length === 0) break;
    await sleep(50);
  }
  const box = join(folder, "maildir/new");
  const names = await readdir(box).catch(() => []);
  const mails = await Promise.all(names.map((name) => readFile(join(box, name), "latin1")));
  const delivered = mails.map((mail) => /^Message-ID: (<.+>)\r?$/m.exec(mail)?.[1] ?? "");
  const log = await readFile(join(folder, "log/mainlog"), "utf8").catch(() => "");
  const accepted = log.split("\n").filter((line) => / <= /.test(line)).length;
  if (accepted !== delivered.length) {
    throw new Error(`exim4 accepted ${accepted} messages and delivered ${delivered.length}`);
  }
  return delivered;
}
