import { formatAddress, parseAddress } from "../../../src/message/address.ts";
import type { AddressInput } from "../../../src/message/message.ts";
import type { Project } from "../../protocol/index.ts";
import { findConfig, loadConfig } from "../checks/load-config.ts";

/** Who emails are from that name no one. */
export interface SenderAddress {
  /** As it is now. */
  current(): Promise<Project["sender"]>;
  /** The config may say something else now. */
  forget(): void;
}

/** Who a test send is from where no one says. */
const standIn = "Letterpress <preview@example.com>";

/**
 * Finds who emails are from that name no one: the option, else `letterpress.config.ts`, else
 * `MAIL_FROM`, else one that is made up. A config that does not load is told by the checks.
 */
export function createSenderAddress({
  root,
  option,
  variable,
}: {
  /** The project. */
  readonly root: string;
  readonly option: AddressInput | undefined;
  /** `MAIL_FROM`. */
  readonly variable: string | undefined;
}): SenderAddress {
  let known: Promise<Project["sender"]> | undefined;

  async function read(): Promise<Project["sender"]> {
    if (option !== undefined) return { address: writeSender(option), said: "option" };
    const hasConfig = findConfig(root) !== undefined;
    const config = hasConfig ? await loadConfig(root).catch(() => undefined) : undefined;
    if (config?.from !== undefined) return { address: writeSender(config.from), said: "config" };
    if (variable) return { address: variable, said: "environment" };
    return { address: standIn, said: "nowhere" };
  }

  return {
    current() {
      known ??= read();
      return known;
    },
    forget() {
      known = undefined;
    },
  };
}

/** Why a value is no sender, as the second half of a sentence; undefined where it is one. */
export function whyNoSender(from: unknown): string | undefined {
  return parseAddress(from as AddressInput).problem;
}

function writeSender(from: AddressInput): string {
  const { address } = parseAddress(from);
  return address ? formatAddress(address) : String(from);
}
