import { readFile } from "node:fs/promises";
import { resolve } from "node:path";
import { text } from "node:stream/consumers";
import { requirePackages } from "../build/requirements/require-packages.ts";
import { amount } from "./amount.ts";
import { ask, canAsk } from "./ask.ts";
import { openTarget, senderOf } from "./send/open-target.ts";
import type { ListRow } from "./send/read-list.ts";
import { checkList, runList } from "./send/run-list.ts";
import { sendOne, writeMessage } from "./send/send-one.ts";
import { type SendArguments, sendCommand } from "./send-arguments.ts";
import { misuse } from "./usage-error.ts";

/** Sends an email to an address or a list. @returns the exit code */
export async function send(asked: SendArguments): Promise<number> {
  const { list, dryRun, emails: emailsDir, config: configFile } = asked;
  if (asked.real && !asked.yes && dryRun === undefined && !canAsk()) {
    throw misuse(sendCommand, "--real needs --yes where no one can be asked");
  }
  const root = process.cwd();
  requirePackages({ action: "send", root, emailsDir: resolve(root, emailsDir ?? "emails") });
  const props = await readProps(asked.props);
  const { openEmails } = await import("letterpress/vite");
  const open = await openEmails({ root, emailsDir, configFile });
  try {
    const { variant, locale, texts } = asked;
    const id = idOf(asked);
    const from = senderOf(asked, open.environment);
    const composeRow = (row: Pick<ListRow, "to" | "locale" | "props" | "texts">) =>
      open.compose({
        ...{ id, variant, from, to: [row.to], locale: row.locale ?? locale },
        props: (props || row.props ? { ...props, ...row.props } : undefined) as never,
        texts: [...texts, ...row.texts],
      });
    const rows = list === undefined ? undefined : await checkList(list, composeRow, dryRun);
    if (list !== undefined && !rows) return 1;
    if (rows && dryRun !== undefined) {
      console.error(`${amount(rows.length, "message")} would be sent; nothing was`);
      return 0;
    }
    const one =
      rows === undefined
        ? await open.compose({
            ...{ id, variant, locale, from, to: asked.to, texts },
            props: props as never,
          })
        : undefined;
    if (one && dryRun !== undefined) {
      await writeMessage(one, dryRun);
      return 0;
    }
    const target = openTarget(asked, open.environment);
    try {
      const whom = rows ? amount(rows.length, "row") : asked.to.join(", ");
      const question = `Send ${id} to ${whom} by ${target.name}?`;
      if (target.isReal && !asked.yes && !(await ask(question))) {
        console.error("Not sent");
        return 1;
      }
      if (one) return await sendOne(one, target, asked);
      return await runList(rows ?? [], composeRow, target, { ...asked, id, list: list ?? "" });
    } finally {
      await target.transport.close();
    }
  } finally {
    await open.close();
  }
}

/** The id of what may be the name of a file. */
function idOf({ id, emails = "emails" }: SendArguments): string {
  const folder = `${emails.replace(/^\.\//, "").replace(/\/+$/, "")}/`;
  return id.startsWith(folder) ? id.slice(folder.length).replace(/\.[cm]?[jt]sx?$/, "") : id;
}

async function readProps(file: string | undefined): Promise<object | undefined> {
  if (file === undefined) return undefined;
  try {
    const source = file === "-" ? await text(process.stdin) : await readFile(file, "utf8");
    const props: unknown = JSON.parse(source);
    if (typeof props === "object" && props !== null && !Array.isArray(props)) return props;
    throw new Error("they are no JSON object");
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    throw new Error(`Cannot read the props of ${file}: ${reason}`, { cause: error });
  }
}
