import { existsSync } from "node:fs";
import type { Message } from "../../../src/message/message.ts";
import type { Transport } from "../../../src/transport/transport.ts";
import { subjectOfBare } from "../render/render-variant.ts";
import type { TaskContext } from "./task.ts";

/** Who a message is for and from. */
export interface MessageAddresses {
  readonly to: readonly string[];
  /** Where the email itself does not say; without it, such an email is refused. */
  readonly from: string | undefined;
}

/**
 * Makes of an email the message that the project's own sender would hand to its transport, with the
 * images of `/static/` in it.
 *
 * @throws {InvalidMessageError | RenderError} as `sender.prepare` does
 */
export async function message(
  { query, loaded, variant, letterpress, staticDir }: TaskContext,
  { to, from }: MessageAddresses,
): Promise<Message> {
  if (variant.slug !== query.variant) {
    throw new Error(`Cannot find the variant "${query.variant}" of "${query.id}"`);
  }
  const images = existsSync(staticDir) ? "cid" : "linked";
  const sender = letterpress.createSender({
    transport: noTransport,
    from,
    render: { images, staticDir },
  });
  const { props } = variant;
  return loaded.definition
    ? sender.prepare({ email: loaded.definition, props, to })
    : sender.prepare({ email: loaded.component, props, subject: subjectOfBare(query.id), to });
}

/** The message leaves from the server, not from here. */
const noTransport: Transport = {
  name: "none",
  deliver: () => Promise.reject(new Error("Cannot deliver: the emails' thread sends nothing")),
  verify: async () => undefined,
  close: async () => undefined,
};
